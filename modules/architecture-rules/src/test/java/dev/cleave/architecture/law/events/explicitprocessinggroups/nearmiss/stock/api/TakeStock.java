package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
