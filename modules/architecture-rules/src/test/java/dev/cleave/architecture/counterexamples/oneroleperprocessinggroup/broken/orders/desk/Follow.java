package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Caught
@Policy("overview")
class Follow {

    @EventHandler
    void on(String event) {}
}
