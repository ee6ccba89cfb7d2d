package dev.cleave.architecture.law.events.oneroleperprocessinggroup.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Caught
@Policy("overview")
class Follow {

    @EventHandler
    void on(String event) {}
}
