package dev.cleave.architecture.sample.lending.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record ReturnBook(@TargetAggregateIdentifier String loan) {}
