package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * Changes a listed product's price; the price it already has changes nothing. Refused with
 * {@link CatalogFailure#PRODUCT_UNKNOWN} or {@link CatalogFailure#PRODUCT_RETIRED}.
 *
 * @param price above zero and at most {@value ListProduct#HIGHEST_PRICE} of its currency's smallest unit
 */
public record ChangePrice(@TargetAggregateIdentifier Sku sku, Money price) {}
