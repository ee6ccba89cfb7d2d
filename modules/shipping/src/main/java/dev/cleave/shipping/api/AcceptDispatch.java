package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The shipment is paid for and leaves. */
public record AcceptDispatch(@TargetAggregateIdentifier ShipmentId shipment) {}
