package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
