package dev.cleave.bootstrap.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words which setting nobody reads. */
final class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnknownSetting cause) {
        return new FailureAnalysis(cause.getMessage(), "docs/settings.md lists the settings.", failure);
    }
}
