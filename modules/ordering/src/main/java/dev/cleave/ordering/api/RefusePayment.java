package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment was declined. */
@Internal
public record RefusePayment(@TargetAggregateIdentifier OrderId order, String detail) {}
