package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lists a product for sale. */
public record ListProduct(@TargetAggregateIdentifier Sku sku, String name, @Nullable String description, Money price) {}
