package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A refund was not answered in time. */
@Internal
public record GiveUpRefund(@TargetAggregateIdentifier OrderId order, ReturnId refund) {}
