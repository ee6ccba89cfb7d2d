package dev.cleave.catalog.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lists a product for sale. The same command again changes nothing; another one under the same sku is refused with
 * {@link CatalogFailure#PRODUCT_ALREADY_LISTED}, and any after its retirement with {@link CatalogFailure#PRODUCT_RETIRED}.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters, not only spaces, no control characters
 * @param description at most {@value #LONGEST_DESCRIPTION} characters; of control characters only line breaks and tabs
 * @param price above zero and at most {@value #HIGHEST_PRICE} of its currency's smallest unit (pence, cents, dong)
 */
public record ListProduct(@TargetAggregateIdentifier Sku sku, String name, @Nullable String description, Money price) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_DESCRIPTION = 2_000;
    public static final long HIGHEST_PRICE = 10_000_000_000_000L;
}
