package dev.cleave.ordering.api;

import java.util.Locale;

/** Why an order could not be fulfilled. */
public enum RejectionReason {
    OUT_OF_STOCK,
    RESERVATION_REFUSED,
    RESERVATION_TIMED_OUT,
    RESERVATION_LOST,
    PAYMENT_DECLINED,
    PAYMENT_TIMED_OUT;

    /** The reason as it appears in HTTP, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
