package dev.cleave.architecture.counterexamples.viewsstartempty.nearmiss.orders.overview;

import dev.cleave.architecture.counterexamples.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("reminders")
class Reminders {

    @EventHandler
    void on(String event) {}
}
