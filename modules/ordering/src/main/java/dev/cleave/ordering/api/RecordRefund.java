package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A return was paid back, or the charge of an order that never left. */
@Internal
public record RecordRefund(@TargetAggregateIdentifier OrderId order, ReturnId refund) {}
