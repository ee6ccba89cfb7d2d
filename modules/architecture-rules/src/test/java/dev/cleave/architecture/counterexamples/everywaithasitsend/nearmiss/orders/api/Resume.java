package dev.cleave.architecture.counterexamples.everywaithasitsend.nearmiss.orders.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record Resume(@TargetAggregateIdentifier String order) {}
