package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.eventstore.EventStoreInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why the system did not start, where the reason is one that its operator can mend. */
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataStores.StoreNotAvailable
                    || cause instanceof EventStoreInUse
                    || cause instanceof TokensWithinLog.TokenBeyondLog) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
        }
        return null;
    }
}
