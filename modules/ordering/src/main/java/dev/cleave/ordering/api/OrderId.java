package dev.cleave.ordering.api;

import dev.cleave.platform.message.Identifier;

/** An order. At most 36 characters, so that what belongs to it can be named after it. */
public record OrderId(String value) implements Identifier {

    public OrderId {
        Identifier.checked(value, "An order");
        if (value.length() > 36) {
            throw new IllegalArgumentException("An order must have at most 36 characters");
        }
    }

    @Override
    public String toString() {
        return "order:" + value;
    }
}
