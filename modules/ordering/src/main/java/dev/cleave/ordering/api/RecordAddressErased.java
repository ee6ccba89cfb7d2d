package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's address is gone before a shipment could be prepared, and the customer was not erased. */
@Internal
public record RecordAddressErased(@TargetAggregateIdentifier OrderId order) {}
