package dev.cleave.ordering.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes lines of a delivered order back and refunds them; the same return counts once. */
public record ReturnOrder(@TargetAggregateIdentifier OrderId order, ReturnId returnId, List<OrderedLine> lines) {}
