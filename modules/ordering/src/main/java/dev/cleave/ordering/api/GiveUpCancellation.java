package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment did not say in time whether it can be cancelled. */
@Internal
public record GiveUpCancellation(@TargetAggregateIdentifier OrderId order) {}
