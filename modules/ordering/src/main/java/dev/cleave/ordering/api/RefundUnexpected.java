package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A refused refund was paid after all, when other returns had claimed its pieces: more was paid back than came back. */
@Revision("1")
public record RefundUnexpected(OrderId order, ReturnId refund, Money amount) implements OrderStep {}
