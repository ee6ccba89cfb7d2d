package dev.cleave.payment.port;

/** What a provider says to a question. */
public sealed interface ProviderAnswer {

    /** It is done. */
    record Approved() implements ProviderAnswer {}

    /**
     * It is not done and, under this reference, never will be.
     *
     * @param reason a short code: the provider's own, or {@link #CAPTURED} or {@link #CANCELLED}
     */
    record Declined(String reason) implements ProviderAnswer {

        /** A cancellation came too late: the amount is charged. */
        public static final String CAPTURED = "captured";
        /** The payment was cancelled before. */
        public static final String CANCELLED = "cancelled";
    }

    /**
     * It was done, and the provider has undone it since: a bank sent a refund back, an authorisation lapsed, a charge was charged
     * back. Final under this reference. An adapter tells it apart from {@link Declined}, because reports overtake each other: an
     * approval that arrives after it is the older one.
     *
     * @param reason a short code of the provider's own
     */
    record Undone(String reason) implements ProviderAnswer {}

    /** It was heard and will be decided; a report follows, and until then a look-up says the same. */
    record Pending() implements ProviderAnswer {}

    /** Nobody here knows: no answer in time, or none that makes sense. It may have been done. */
    record Unknown() implements ProviderAnswer {}

    /** Only to a look-up: nothing was done under this reference, and it may be asked for. */
    record NeverHeard() implements ProviderAnswer {}

    ProviderAnswer APPROVED = new Approved();
    ProviderAnswer PENDING = new Pending();
    ProviderAnswer UNKNOWN = new Unknown();
    ProviderAnswer NEVER_HEARD = new NeverHeard();

    static ProviderAnswer undone(String reason) {
        return new Undone(reason);
    }

    static ProviderAnswer declined(String reason) {
        return new Declined(reason);
    }
}
