package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.eventstore.EventStoreInUse;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in words why the system did not start, where the reason is one that its operator can mend; before Spring Boot does. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataStores.StoreNotAvailable
                    || cause instanceof EventStoreInUse
                    || cause instanceof TokensWithinLog.LogMissing) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
            if (cause instanceof IllegalArgumentException && cause.getCause() instanceof CertificateException) {
                return new FailureAnalysis(
                        cause.getMessage() + ".",
                        "Name in axon.axonserver.cert-file a PEM file with the certificate of Axon Server or of who issued it, or leave the"
                                + " setting out to trust whom Java trusts.",
                        failure);
            }
            if (cause instanceof PortInUseException taken) {
                return new FailureAnalysis(
                        "Another process listens on port " + taken.getPort() + " already.",
                        "Stop that process, or give this one another port, such as --server.port=8081.",
                        failure);
            }
        }
        return null;
    }
}
