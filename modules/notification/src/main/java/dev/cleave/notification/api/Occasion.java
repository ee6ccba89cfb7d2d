package dev.cleave.notification.api;

/** What a customer is told about, with the facts that the text names if they are given. */
public enum Occasion {
    /** The order is paid for and will be sent. Facts: {@link Fact#TOTAL}. */
    CONFIRMED,
    /** The order is on its way. Facts: {@link Fact#CARRIER}, {@link Fact#TRACKING_NUMBER}. */
    DISPATCHED,
    /** The order can't be fulfilled. Facts: {@link Fact#REASON}. */
    REJECTED,
    /** The order is cancelled. Facts: {@link Fact#REASON}. */
    CANCELLED,
    /** Money was paid back. Facts: {@link Fact#AMOUNT}. */
    REFUNDED
}
