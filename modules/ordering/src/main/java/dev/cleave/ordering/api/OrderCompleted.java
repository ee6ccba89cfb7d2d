package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order arrived, or is assumed to have. */
@Revision("1")
public record OrderCompleted(OrderId order, boolean assumed) implements OrderStep {}
