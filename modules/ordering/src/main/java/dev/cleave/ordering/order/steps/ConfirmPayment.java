package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment is authorised. */
public record ConfirmPayment(@TargetAggregateIdentifier OrderId order) {}
