package dev.cleave.architecture.sample.lending.api;

import org.axonframework.serialization.Revision;

/** A book was lent. */
@Revision("2")
public record BookLent(String loan, ReaderId reader) {}
