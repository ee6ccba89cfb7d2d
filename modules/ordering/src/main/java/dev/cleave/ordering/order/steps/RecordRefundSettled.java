package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A person has settled a refund. */
public record RecordRefundSettled(@TargetAggregateIdentifier OrderId order, ReturnId refund, boolean paidBack) {}
