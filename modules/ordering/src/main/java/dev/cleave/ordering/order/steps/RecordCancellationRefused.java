package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment could not be cancelled; the order goes on. */
public record RecordCancellationRefused(@TargetAggregateIdentifier OrderId order) {}
