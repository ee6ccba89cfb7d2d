package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment was not handed over in time. */
@Internal
public record GiveUpDispatch(@TargetAggregateIdentifier OrderId order) {}
