package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order's payment is captured; its shipment may leave. */
@Revision("1")
public record OrderCharged(OrderId order) implements OrderStep {}
