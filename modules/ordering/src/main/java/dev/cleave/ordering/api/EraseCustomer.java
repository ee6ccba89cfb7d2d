package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a customer's name and addresses everywhere; the same request counts once. */
public record EraseCustomer(@TargetAggregateIdentifier CustomerId customer, String request) {}
