package dev.cleave.architecture.counterexamples.nocommandcycles.broken.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product) {}
