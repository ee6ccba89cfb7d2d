package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An order is paid for: its payment is authorised. It waits to be shipped. */
@Revision("1")
public record OrderConfirmed(OrderId order, CustomerId customer, List<OrderedLine> lines, Money total) implements OrderStep {}
