package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment did not say in time whether it can be cancelled. */
public record GiveUpCancellation(@TargetAggregateIdentifier OrderId order) {}
