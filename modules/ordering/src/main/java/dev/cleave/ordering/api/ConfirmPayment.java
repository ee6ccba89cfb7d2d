package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment is authorised. */
@Internal
public record ConfirmPayment(@TargetAggregateIdentifier OrderId order) {}
