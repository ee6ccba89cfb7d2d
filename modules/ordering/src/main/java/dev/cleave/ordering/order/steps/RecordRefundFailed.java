package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund that was paid was undone. */
public record RecordRefundFailed(@TargetAggregateIdentifier OrderId order, ReturnId refund, String detail) {}
