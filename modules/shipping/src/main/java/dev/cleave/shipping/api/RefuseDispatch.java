package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The shipment can't be paid for and never leaves: the answer to {@link DispatchRequested}, answered by
 * {@link ShipmentCancelled}.
 */
public record RefuseDispatch(@TargetAggregateIdentifier ShipmentId shipment, String reason) {}
