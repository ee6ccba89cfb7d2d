package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a product off the list; it can't be ordered any more. */
public record RetireProduct(@TargetAggregateIdentifier Sku sku) {}
