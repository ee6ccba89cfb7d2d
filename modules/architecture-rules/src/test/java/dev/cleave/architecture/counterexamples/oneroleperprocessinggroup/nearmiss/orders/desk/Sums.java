package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Sums {

    @EventHandler
    void on(Integer event) {}
}
