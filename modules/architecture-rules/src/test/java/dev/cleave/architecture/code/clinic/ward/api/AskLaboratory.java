package dev.cleave.architecture.code.clinic.ward.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record AskLaboratory(@TargetAggregateIdentifier String stay, Test test) {}
