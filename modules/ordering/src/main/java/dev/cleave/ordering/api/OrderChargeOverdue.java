package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order's shipment was to leave, but was not charged for and gone in time; it is to be stopped. */
@Revision("1")
public record OrderChargeOverdue(OrderId order) implements OrderStep {}
