package dev.cleave.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why a process can't be the unit it is told to be. */
final class UnusableProfileAnalyzer extends AbstractFailureAnalyzer<UnusableProfile> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableProfile cause) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
    }
}
