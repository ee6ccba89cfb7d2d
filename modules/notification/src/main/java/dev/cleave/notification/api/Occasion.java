package dev.cleave.notification.api;

/** What a customer is told about. */
public enum Occasion {
    CONFIRMED,
    DISPATCHED,
    REJECTED,
    CANCELLED,
    REFUNDED
}
