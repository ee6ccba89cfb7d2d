package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment was captured. */
public record RecordCharge(@TargetAggregateIdentifier OrderId order) {}
