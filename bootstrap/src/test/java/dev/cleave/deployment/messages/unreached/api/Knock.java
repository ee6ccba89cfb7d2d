package dev.cleave.deployment.messages.unreached.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record Knock(@TargetAggregateIdentifier String door) {}
