package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;

/** What a provider is asked to do with a payment. */
@Internal
public enum ProviderOperation {
    AUTHORISATION,
    CAPTURE,
    CANCELLATION,
    REFUND
}
