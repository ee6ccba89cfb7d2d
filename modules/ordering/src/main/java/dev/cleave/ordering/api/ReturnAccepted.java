package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * Lines of an order came back and are refunded.
 *
 * @param whole whether nothing of the order is left with the customer
 */
@Revision("1")
public record ReturnAccepted(
        OrderId order, ReturnId returnId, List<OrderedLine> lines, Money refund, boolean whole)
        implements OrderStep {}
