package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The shipment is paid for and leaves: the answer to {@link DispatchRequested}, answered by {@link ShipmentDispatched}. */
public record AcceptDispatch(@TargetAggregateIdentifier ShipmentId shipment) {}
