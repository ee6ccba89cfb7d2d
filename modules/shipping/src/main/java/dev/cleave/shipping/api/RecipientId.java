package dev.cleave.shipping.api;

import dev.cleave.platform.message.Identifier;

/** Whom a shipment goes to; has the customer's identifier. */
public record RecipientId(String value) implements Identifier {

    public RecipientId {
        Identifier.checked(value, "A recipient");
    }

    @Override
    public String toString() {
        return "recipient:" + value;
    }
}
