package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's customer was erased; what has not left yet is not to leave. */
public record RecordCustomerErased(@TargetAggregateIdentifier OrderId order) {}
