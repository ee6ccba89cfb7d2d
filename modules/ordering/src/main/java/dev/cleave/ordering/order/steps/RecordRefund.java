package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A return was paid back, or the charge of an order that never left. */
public record RecordRefund(@TargetAggregateIdentifier OrderId order, ReturnId refund) {}
