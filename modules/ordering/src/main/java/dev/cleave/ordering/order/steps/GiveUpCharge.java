package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment was to leave, but was not charged for and gone in time. */
public record GiveUpCharge(@TargetAggregateIdentifier OrderId order) {}
