package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order is to be cancelled, if its shipment can be. */
@Revision("1")
public record OrderCancellationRequested(OrderId order, CancellationReason reason) implements OrderStep {}
