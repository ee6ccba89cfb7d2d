package dev.cleave.architecture.law.events.viewsstartempty.nearmiss.orders.overview;

import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("reminders")
class Reminders {

    @EventHandler
    void on(String event) {}
}
