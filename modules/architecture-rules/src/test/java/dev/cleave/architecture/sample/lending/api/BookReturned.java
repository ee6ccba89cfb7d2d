package dev.cleave.architecture.sample.lending.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record BookReturned(String loan) {}
