package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An order was placed and waits for stock. */
@Revision("1")
public record OrderPlaced(
        OrderId order, CustomerId customer, List<OrderLine> lines, Money total, String paymentToken)
        implements OrderStep {}
