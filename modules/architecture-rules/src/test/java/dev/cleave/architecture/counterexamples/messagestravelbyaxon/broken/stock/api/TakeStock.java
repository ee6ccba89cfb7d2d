package dev.cleave.architecture.counterexamples.messagestravelbyaxon.broken.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
