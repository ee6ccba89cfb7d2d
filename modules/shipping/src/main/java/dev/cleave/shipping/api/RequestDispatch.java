package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The warehouse wants to hand a shipment to a carrier. {@link DispatchRequested} follows; the shipment leaves once it is paid
 * for ({@link AcceptDispatch}) or never ({@link RefuseDispatch}). Refused with {@link ShippingFailure#SHIPMENT_UNKNOWN},
 * {@link ShippingFailure#SHIPMENT_CANCELLED}, {@link ShippingFailure#ADDRESS_ERASED} and
 * {@link ShippingFailure#DISPATCHED_OTHERWISE}.
 */
public record RequestDispatch(@TargetAggregateIdentifier ShipmentId shipment, String carrier, String trackingNumber) {}
