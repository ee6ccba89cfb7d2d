package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a customer's name and addresses everywhere. */
public record EraseCustomer(@TargetAggregateIdentifier CustomerId customer) {}
