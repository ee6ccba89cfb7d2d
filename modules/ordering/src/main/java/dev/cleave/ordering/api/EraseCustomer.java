package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Erases a customer's name and addresses everywhere and for good: no order is taken under their identifier again, and whatever of
 * theirs has not left yet is cancelled. Repeating it changes nothing. Refused with {@link OrderingFailure#CUSTOMER_UNKNOWN}.
 */
public record EraseCustomer(@TargetAggregateIdentifier CustomerId customer) {}
