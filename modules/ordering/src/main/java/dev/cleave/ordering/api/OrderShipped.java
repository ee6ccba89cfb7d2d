package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;

/** An order left; its payment is captured. */
@Revision("1")
public record OrderShipped(OrderId order, String carrier, String trackingNumber) implements OrderStep {}
