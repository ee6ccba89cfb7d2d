package dev.cleave.architecture.law.history.eventshaverevisions.broken.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
