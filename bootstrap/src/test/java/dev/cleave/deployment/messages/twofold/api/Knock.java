package dev.cleave.deployment.messages.twofold.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record Knock(@TargetAggregateIdentifier String door) {}
