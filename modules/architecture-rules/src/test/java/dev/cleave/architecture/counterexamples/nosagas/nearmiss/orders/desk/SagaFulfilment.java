package dev.cleave.architecture.counterexamples.nosagas.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("fulfilment")
class SagaFulfilment {

    @EventHandler
    void on(String event) {}
}
