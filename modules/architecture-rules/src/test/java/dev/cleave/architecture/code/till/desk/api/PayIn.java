package dev.cleave.architecture.code.till.desk.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record PayIn(@TargetAggregateIdentifier String till) {}
