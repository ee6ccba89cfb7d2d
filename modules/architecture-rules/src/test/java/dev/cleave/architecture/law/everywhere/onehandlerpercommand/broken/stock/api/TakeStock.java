package dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

@Caught
public record TakeStock(@TargetAggregateIdentifier String product) {}
