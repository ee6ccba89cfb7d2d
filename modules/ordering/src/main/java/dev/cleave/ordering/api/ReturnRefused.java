package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** A return failed: its refund was refused, and its lines stay with the customer. */
@Revision("1")
public record ReturnRefused(OrderId order, ReturnId returnId, String detail) implements OrderStep {}
