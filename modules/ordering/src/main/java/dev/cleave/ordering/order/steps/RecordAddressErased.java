package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's address is gone before a shipment could be prepared, and the customer was not erased. */
public record RecordAddressErased(@TargetAggregateIdentifier OrderId order) {}
