package dev.cleave.architecture.law.history.eventshaverevisions.nearmiss.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
