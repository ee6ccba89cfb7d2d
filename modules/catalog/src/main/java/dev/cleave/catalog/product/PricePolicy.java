package dev.cleave.catalog.product;

import dev.cleave.catalog.api.CatalogFailure;
import dev.cleave.catalog.api.ListProduct;
import dev.cleave.platform.failure.Refusal;
import java.util.Map;
import org.joda.money.Money;

/** Every price is above zero and below what nobody means, in whichever currency. */
final class PricePolicy {

    private PricePolicy() {}

    static void check(Money price) {
        Money highest = Money.ofMinor(price.getCurrencyUnit(), ListProduct.HIGHEST_PRICE);
        if (!price.isPositive() || price.isGreaterThan(highest)) {
            throw Refusal.of(
                    CatalogFailure.PRICE_OUT_OF_RANGE,
                    "A price must be above 0 and at most " + highest.getAmount().toPlainString() + " " + price.getCurrencyUnit()
                            + ".",
                    Map.of("highest", highest.getAmount().toPlainString()));
        }
    }
}
