package dev.cleave.architecture.sample.lending.api;

/** How a book may be used. */
public enum Condition {
    NOT_OUTDOORS,
    ALONE,
    BY_DAY
}
