package dev.cleave.ordering.api;

import dev.cleave.platform.message.Identifier;

/** A customer; the caller's own number for them, or one given out with the first order. */
public record CustomerId(String value) implements Identifier {

    public CustomerId {
        Identifier.checked(value, "A customer");
    }

    @Override
    public String toString() {
        return "customer:" + value;
    }
}
