package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order was cancelled; nothing stays charged and nothing reserved. */
@Revision("1")
public record OrderCancelled(OrderId order, CancellationReason reason) implements OrderStep {}
