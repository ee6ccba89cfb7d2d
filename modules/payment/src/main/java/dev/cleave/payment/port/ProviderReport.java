package dev.cleave.payment.port;

import dev.cleave.payment.charge.steps.ProviderOperation;

/**
 * What a provider tells of its own accord.
 *
 * @param reference which question it decides, or decides anew
 * @param answer approved, declined or undone; anything else is no news. A cancellation can't be undone
 */
public record ProviderReport(Reference reference, ProviderAnswer answer) {

    public ProviderReport {
        if (answer instanceof ProviderAnswer.Undone && reference.operation() == ProviderOperation.CANCELLATION) {
            throw new IllegalArgumentException("A cancellation can't be undone");
        }
    }
}
