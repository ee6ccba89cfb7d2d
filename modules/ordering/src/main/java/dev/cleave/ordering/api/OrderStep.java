package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;

/** An event in the life of an order. */
public interface OrderStep extends ProcessStep {

    OrderId order();

    @Override
    default String processId() {
        return order().value();
    }
}
