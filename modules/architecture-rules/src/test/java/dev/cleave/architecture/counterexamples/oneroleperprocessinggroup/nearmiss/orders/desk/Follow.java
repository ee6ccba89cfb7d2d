package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("process")
class Follow {

    @EventHandler
    void on(String event) {}
}
