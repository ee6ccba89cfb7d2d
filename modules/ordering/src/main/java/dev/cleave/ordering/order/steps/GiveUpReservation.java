package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody reserved or refused the order's stock in time. */
public record GiveUpReservation(@TargetAggregateIdentifier OrderId order) {}
