package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody authorised or declined the order's payment in time. */
@Internal
public record GiveUpPayment(@TargetAggregateIdentifier OrderId order) {}
