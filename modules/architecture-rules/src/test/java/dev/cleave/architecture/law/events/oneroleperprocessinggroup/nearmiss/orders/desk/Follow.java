package dev.cleave.architecture.law.events.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("process")
class Follow {

    @EventHandler
    void on(String event) {}
}
