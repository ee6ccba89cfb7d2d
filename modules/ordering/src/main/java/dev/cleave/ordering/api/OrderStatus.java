package dev.cleave.ordering.api;

import java.util.Locale;

/** How far an order has come. */
public enum OrderStatus {
    /** Waits for stock. */
    PLACED,
    /** Its stock is reserved; waits for its payment's authorisation. */
    RESERVED,
    /** Its payment is authorised; waits to leave. */
    CONFIRMED,
    /** Charged and on its way. */
    SHIPPED,
    /** Arrived, or assumed to have. */
    COMPLETED,
    /** Could not be fulfilled. */
    REJECTED,
    /** Called off before it left. */
    CANCELLED,
    /** Everything came back and was refunded. */
    RETURNED;

    /** The status as it appears in HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
