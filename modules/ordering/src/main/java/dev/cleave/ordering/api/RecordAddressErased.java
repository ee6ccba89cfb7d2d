package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's address was erased before a shipment could be prepared. */
@Internal
public record RecordAddressErased(@TargetAggregateIdentifier OrderId order) {}
