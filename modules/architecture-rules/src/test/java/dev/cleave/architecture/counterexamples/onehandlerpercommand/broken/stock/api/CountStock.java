package dev.cleave.architecture.counterexamples.onehandlerpercommand.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

@Caught
public record CountStock(@TargetAggregateIdentifier String product) {}
