package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment could not be cancelled; the order goes on. */
@Internal
public record RecordCancellationRefused(@TargetAggregateIdentifier OrderId order) {}
