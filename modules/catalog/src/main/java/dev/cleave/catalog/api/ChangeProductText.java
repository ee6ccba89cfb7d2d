package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what a listed product is called and how it is described, also that of a retired one; what it already says changes
 * nothing. Refused with {@link CatalogFailure#PRODUCT_UNKNOWN} or {@link CatalogFailure#PRODUCT_TEXT_OUT_OF_RANGE}.
 *
 * @param name the new name, within the limits of {@link ListProduct}; null leaves it as it is
 * @param description the new description, within the same limits, or an empty one to have none; null leaves it as it is
 */
public record ChangeProductText(
        @TargetAggregateIdentifier Sku sku, @Nullable String name, @Nullable String description) {}
