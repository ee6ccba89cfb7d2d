package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment left. */
public record RecordDispatch(@TargetAggregateIdentifier OrderId order, String carrier, String trackingNumber) {}
