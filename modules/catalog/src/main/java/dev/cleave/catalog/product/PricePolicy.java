package dev.cleave.catalog.product;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.ListProduct;
import dev.cleave.platform.failure.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.joda.money.Money;

/** Every price is above zero and below what nobody means. */
final class PricePolicy {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(ListProduct.HIGHEST_PRICE);

    private PricePolicy() {}

    static void check(Money price) {
        if (!price.isPositive() || price.getAmount().compareTo(HIGHEST) > 0) {
            throw Refusal.of(
                    CatalogFailure.PRICE_OUT_OF_RANGE,
                    "A price must be above 0 and at most " + HIGHEST + " " + price.getCurrencyUnit() + ".",
                    Map.of("highest", HIGHEST.toPlainString()));
        }
    }
}
