package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund was not answered in time. */
public record GiveUpRefund(@TargetAggregateIdentifier OrderId order, ReturnId refund) {}
