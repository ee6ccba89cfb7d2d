package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's payment was captured. */
@Internal
public record RecordCharge(@TargetAggregateIdentifier OrderId order) {}
