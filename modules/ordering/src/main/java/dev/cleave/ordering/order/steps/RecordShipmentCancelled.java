package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment will never leave. */
public record RecordShipmentCancelled(@TargetAggregateIdentifier OrderId order, CancellationReason reason) {}
