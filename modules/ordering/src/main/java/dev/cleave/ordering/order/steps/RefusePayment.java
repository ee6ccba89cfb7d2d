package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment was declined. */
public record RefusePayment(@TargetAggregateIdentifier OrderId order, String detail) {}
