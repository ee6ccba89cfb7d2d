package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody authorised or declined the order's payment in time. */
public record GiveUpPayment(@TargetAggregateIdentifier OrderId order) {}
