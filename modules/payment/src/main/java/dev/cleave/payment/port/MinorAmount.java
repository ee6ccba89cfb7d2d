package dev.cleave.payment.port;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount as providers count it.
 *
 * @param minor in the currency's smallest unit: 1250 for 12.50 GBP, 1250 for 1250 JPY
 * @param currency ISO 4217 code
 */
public record MinorAmount(long minor, String currency) {

    public static MinorAmount of(Money money) {
        return new MinorAmount(money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
    }

    public Money toMoney() {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }
}
