package dev.cleave.payment.port;

import org.springframework.http.HttpHeaders;

/** Reads what a provider reports to our webhook. Part of the provider's adapter, which alone knows how reports are signed. */
public interface ProviderReports {

    /**
     * Reads a report, after making sure that it comes from the provider.
     *
     * @param body as received, byte by byte, because that is what is signed
     * @throws NotTrusted if it is not signed by the provider
     * @throws IllegalArgumentException if it is signed but makes no sense
     */
    ProviderReport read(HttpHeaders headers, byte[] body) throws NotTrusted;

    /** A report that does not come from the provider, or can't be shown to. */
    final class NotTrusted extends Exception {

        public NotTrusted(String message) {
            super(message);
        }
    }
}
