package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** The charge of an order that never left could not be paid back; somebody has to see to it. */
@Revision("1")
public record ReversalFailed(OrderId order, ReturnId refund, String detail) implements OrderStep {}
