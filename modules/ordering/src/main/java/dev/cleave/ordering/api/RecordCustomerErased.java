package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's customer was erased; what has not left yet is not to leave. */
@Internal
public record RecordCustomerErased(@TargetAggregateIdentifier OrderId order) {}
