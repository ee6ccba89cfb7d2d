package dev.cleave.payment.charge.steps;

/** What a provider is asked to do with a payment. */
public enum ProviderOperation {
    AUTHORISATION,
    CAPTURE,
    CANCELLATION,
    REFUND
}
