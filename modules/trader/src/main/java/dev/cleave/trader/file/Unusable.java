package dev.cleave.trader.file;

import java.util.Locale;

/** Why a line of the file can't be traded. A line has one reason: the first that applies, in this order. */
public enum Unusable {
    EMPTY("empty lines"),
    NOT_TEXT("bytes that are no text in the file's encoding"),
    TOO_LONG("lines over " + Lines.LONGEST + " characters"),
    OPEN_QUOTE("a quote that is not closed where the line should end"),
    COLUMNS("more or fewer values than the heading has columns"),
    FEE_CODE("postage, fees, discounts and other codes that are no product"),
    BAD_QUANTITY("a quantity that is no whole number from -" + OrderBook.MOST_PIECES + " to " + OrderBook.MOST_PIECES),
    BAD_PRICE("a price that can't be read, or that is over " + OrderBook.HIGHEST_PRICE),
    BAD_INVOICE("no invoice number, or one with control characters or over " + OrderBook.LONGEST_NUMBER + " characters"),
    BAD_CODE("a product code that is empty, over 80 characters, or not only letters, digits and . _ : -"),
    BAD_CUSTOMER("a customer number with control characters or over " + OrderBook.LONGEST_NUMBER + " characters"),
    CANCELLATION_WITHOUT_CUSTOMER("cancellations that name no customer"),
    CANCELLATION_UNMATCHED("cancellations of something not bought earlier in the file"),
    NO_DESCRIPTION("sales without a description"),
    BAD_DESCRIPTION("a description with control characters or over 200 characters"),
    NEGATIVE_QUANTITY("sales of less than one piece"),
    ZERO_PRICE("sales without a price"),
    UNKNOWN_COUNTRY("sales to a country that has no code"),
    TOO_MANY_PIECES("sales that bring a product over the " + OrderBook.MOST_STOCK + " pieces a warehouse holds");

    private final String meaning;

    Unusable(String meaning) {
        this.meaning = meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }
}
