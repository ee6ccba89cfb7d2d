package dev.cleave.architecture.law.events.nosagas.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Policy;
import org.axonframework.eventhandling.EventHandler;

@Policy("fulfilment")
class SagaFulfilment {

    @EventHandler
    void on(String event) {}
}
