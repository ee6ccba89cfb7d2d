package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview {

    @EventHandler
    void on(String event) {}
}
