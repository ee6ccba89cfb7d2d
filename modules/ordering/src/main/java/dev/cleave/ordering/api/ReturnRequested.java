package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** Lines of an order are to come back for the given refund. */
@Revision("1")
public record ReturnRequested(OrderId order, ReturnId returnId, List<OrderedLine> lines, Money refund) implements OrderStep {}
