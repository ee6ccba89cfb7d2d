package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund that was paid was undone. */
@Internal
public record RecordRefundFailed(@TargetAggregateIdentifier OrderId order, ReturnId refund, String detail) {}
