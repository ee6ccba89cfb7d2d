package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment was not handed over in time. */
public record GiveUpDispatch(@TargetAggregateIdentifier OrderId order) {}
