package dev.cleave.architecture.law.messages.nothinghandledinvain.broken.stock.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeStock(@TargetAggregateIdentifier String product, int quantity) {}
