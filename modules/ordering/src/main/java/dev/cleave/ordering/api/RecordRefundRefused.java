package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund was refused. */
@Internal
public record RecordRefundRefused(@TargetAggregateIdentifier OrderId order, ReturnId refund, String detail) {}
