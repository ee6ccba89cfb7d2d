package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a product off the list for good; it can't be ordered any more. Retiring it twice changes nothing. Refused with
 * {@link CatalogFailure#PRODUCT_UNKNOWN}.
 */
public record RetireProduct(@TargetAggregateIdentifier Sku sku) {}
