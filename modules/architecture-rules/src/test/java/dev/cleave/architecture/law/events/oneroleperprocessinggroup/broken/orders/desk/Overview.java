package dev.cleave.architecture.law.events.oneroleperprocessinggroup.broken.orders.desk;

import dev.cleave.architecture.law.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview {

    @EventHandler
    void on(String event) {}
}
