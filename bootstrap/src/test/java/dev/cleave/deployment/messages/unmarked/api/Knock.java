package dev.cleave.deployment.messages.unmarked.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record Knock(@TargetAggregateIdentifier String door) {}
