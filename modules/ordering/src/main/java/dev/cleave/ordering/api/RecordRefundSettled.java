package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A person has settled a refund. */
@Internal
public record RecordRefundSettled(@TargetAggregateIdentifier OrderId order, ReturnId refund, boolean paidBack) {}
