package dev.cleave.architecture.code.clinic.ward.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record GiveUpTest(@TargetAggregateIdentifier String stay, Test test) {}
