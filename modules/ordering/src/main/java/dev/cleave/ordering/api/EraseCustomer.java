package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a customer's name and addresses everywhere and for good: no order is taken under their identifier again. */
public record EraseCustomer(@TargetAggregateIdentifier CustomerId customer) {}
