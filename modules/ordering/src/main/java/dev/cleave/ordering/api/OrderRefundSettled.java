package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/**
 * A person has settled a refund that could not be paid, or did not stay paid.
 *
 * @param paidBack whether the customer has the money, from elsewhere
 */
@Revision("1")
public record OrderRefundSettled(OrderId order, ReturnId refund, boolean paidBack) implements OrderStep {}
