package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment arrived, or is assumed to have. */
public record RecordDelivery(@TargetAggregateIdentifier OrderId order, boolean assumed) {}
