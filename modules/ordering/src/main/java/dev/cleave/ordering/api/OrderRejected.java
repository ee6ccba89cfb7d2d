package dev.cleave.ordering.api;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An order could not be fulfilled; nothing stays charged and nothing reserved. */
@Revision("1")
public record OrderRejected(OrderId order, RejectionReason reason, @Nullable String detail) implements OrderStep {}
