package dev.cleave.payment.api;

import dev.cleave.platform.message.Identifier;

/** A payment; has the identifier of the order it pays for. */
public record PaymentId(String value) implements Identifier {

    public PaymentId {
        Identifier.checked(value, "A payment");
    }

    @Override
    public String toString() {
        return "payment:" + value;
    }
}
