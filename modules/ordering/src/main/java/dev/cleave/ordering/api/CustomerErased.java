package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** A customer's name and addresses are to be forgotten by everyone. */
@Revision("1")
public record CustomerErased(CustomerId customer) {}
