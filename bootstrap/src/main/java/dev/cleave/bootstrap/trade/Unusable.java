package dev.cleave.bootstrap.trade;

import java.util.Locale;

/** Why a line of the file can't be traded. A line has one reason: the first that applies, in this order. */
enum Unusable {
    FEE_CODE("postage, fees, discounts and other codes that are no product"),
    UNREADABLE("a quantity, price or code that can't be read"),
    CANCELLATION_WITHOUT_CUSTOMER("cancellations that name no customer"),
    CANCELLATION_UNMATCHED("cancellations of something not bought earlier in the file"),
    NO_DESCRIPTION("sales without a description"),
    NEGATIVE_QUANTITY("sales of less than one piece"),
    ZERO_PRICE("sales without a price"),
    UNKNOWN_COUNTRY("sales to a country that has no code");

    private final String meaning;

    Unusable(String meaning) {
        this.meaning = meaning;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }
}
