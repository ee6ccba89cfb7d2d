package dev.cleave.platform.web.idempotency;

/** Identifiers for what a request creates: with an {@code Idempotency-Key} the same at every attempt, otherwise fresh. */
public interface RequestIdentity {

    /** A new identifier (a UUID in text form) that a repetition of the present request gets again. */
    String newId();

    /** Whether the present request has an {@code Idempotency-Key}, so that its repetition creates nothing new. */
    boolean repeatable();
}
