package dev.cleave.shipping.shipment.steps;

import dev.cleave.shipping.api.ShipmentId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody reported the delivery in time. */
public record AssumeDelivery(@TargetAggregateIdentifier ShipmentId shipment) {}
