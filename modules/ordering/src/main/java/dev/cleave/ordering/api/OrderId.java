package dev.cleave.ordering.api;

import dev.cleave.platform.message.Identifier;

/** An order. */
public record OrderId(String value) implements Identifier {

    public OrderId {
        Identifier.checked(value, "An order");
    }

    @Override
    public String toString() {
        return "order:" + value;
    }
}
