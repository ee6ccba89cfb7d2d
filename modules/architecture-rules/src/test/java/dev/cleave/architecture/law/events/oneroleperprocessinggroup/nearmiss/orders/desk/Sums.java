package dev.cleave.architecture.law.events.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Sums {

    @EventHandler
    void on(Integer event) {}
}
