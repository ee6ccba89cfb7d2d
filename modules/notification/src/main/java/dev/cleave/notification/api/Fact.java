package dev.cleave.notification.api;

/** The names of the facts that a notice may carry. They stay in events, so none of them may hold personal data. */
public final class Fact {

    /** Who carries the shipment. */
    public static final String CARRIER = "carrier";

    /** The carrier's number for the shipment. */
    public static final String TRACKING_NUMBER = "trackingNumber";

    /** Why: a code in kebab case, such as {@code out-of-stock}, or a few words for the customer. */
    public static final String REASON = "reason";

    /** What an order costs, with its currency, such as {@code 12.50 GBP}. */
    public static final String TOTAL = "total";

    /** How much is paid back, with its currency, such as {@code 12.50 GBP}. */
    public static final String AMOUNT = "amount";

    private Fact() {}
}
