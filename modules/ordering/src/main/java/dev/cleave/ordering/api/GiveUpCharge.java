package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment was to leave, but was not charged for and gone in time. */
@Internal
public record GiveUpCharge(@TargetAggregateIdentifier OrderId order) {}
