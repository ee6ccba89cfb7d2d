package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** What was paid back for an order did not stay with the customer; somebody has to see to it. Its pieces have come back. */
@Revision("1")
public record OrderRefundFailed(OrderId order, ReturnId refund, Money amount, String detail) implements OrderStep {}
