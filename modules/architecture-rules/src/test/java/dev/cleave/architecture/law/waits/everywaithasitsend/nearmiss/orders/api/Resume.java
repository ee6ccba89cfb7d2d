package dev.cleave.architecture.law.waits.everywaithasitsend.nearmiss.orders.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record Resume(@TargetAggregateIdentifier String order) {}
