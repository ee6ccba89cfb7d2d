package dev.cleave.architecture.law.everywhere.nocommandcycles.broken.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product) {}
