package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund was refused. */
public record RecordRefundRefused(@TargetAggregateIdentifier OrderId order, ReturnId refund, String detail) {}
