package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An order that never left was charged; the amount is to be paid back. */
@Revision("1")
public record ReversalDue(OrderId order, ReturnId refund, Money amount) implements OrderStep {}
