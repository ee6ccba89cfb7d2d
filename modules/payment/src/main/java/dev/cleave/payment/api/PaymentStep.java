package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;

/** An event in the life of a payment. */
public interface PaymentStep extends ProcessStep {

    PaymentId payment();

    @Override
    default String processId() {
        return payment().value();
    }
}
