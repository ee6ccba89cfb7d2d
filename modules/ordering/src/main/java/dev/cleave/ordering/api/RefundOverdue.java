package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** A refund was not answered in time; a late answer still counts. */
@Revision("1")
public record RefundOverdue(OrderId order, ReturnId refund) implements OrderStep {}
