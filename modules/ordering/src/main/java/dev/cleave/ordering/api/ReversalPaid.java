package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The charge of an order that never left was paid back. */
@Revision("1")
public record ReversalPaid(OrderId order, ReturnId refund, Money amount) implements OrderStep {}
