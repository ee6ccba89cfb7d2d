package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An order's stock is reserved; it waits for its payment's authorisation. */
@Revision("1")
public record OrderReserved(OrderId order, Money total, String paymentToken) implements OrderStep {}
