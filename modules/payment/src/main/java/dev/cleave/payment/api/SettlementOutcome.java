package dev.cleave.payment.api;

import java.util.Locale;

/** Where the money is that a person has found out about. */
public enum SettlementOutcome {
    /** The shop has it: it was charged, and is not paid back. */
    TAKEN,
    /** The customer has it: it was not charged, or it was paid back, at the provider or elsewhere. */
    NOT_TAKEN;

    /** The outcome as it appears in HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
