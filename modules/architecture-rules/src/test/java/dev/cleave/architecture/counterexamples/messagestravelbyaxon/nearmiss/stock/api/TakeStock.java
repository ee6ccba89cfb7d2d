package dev.cleave.architecture.counterexamples.messagestravelbyaxon.nearmiss.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
