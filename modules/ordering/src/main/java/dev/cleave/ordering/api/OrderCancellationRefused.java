package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order was not cancelled and goes on: its shipment is leaving, or did not answer in time. */
@Revision("1")
public record OrderCancellationRefused(OrderId order, boolean answered) implements OrderStep {}
