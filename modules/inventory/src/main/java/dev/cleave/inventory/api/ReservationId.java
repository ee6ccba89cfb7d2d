package dev.cleave.inventory.api;

import dev.cleave.platform.message.Identifier;

/** What stock is reserved for; an order's identifier, when an order reserves. */
public record ReservationId(String value) implements Identifier {

    public ReservationId {
        Identifier.checked(value, "A reservation");
    }

    @Override
    public String toString() {
        return "reservation:" + value;
    }
}
