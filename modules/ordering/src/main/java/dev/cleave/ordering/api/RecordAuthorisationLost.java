package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What was set aside for an order no longer is. */
@Internal
public record RecordAuthorisationLost(@TargetAggregateIdentifier OrderId order, String detail) {}
