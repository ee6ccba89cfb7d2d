package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

class StartFailureAnalyzerTests {

    @Test
    void aTakenPortIsToldWithTheOptionThatGivesAnother() {
        FailureAnalyzer first = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .filter(analyzer -> analyzer.analyze(new PortInUseException(8080)) != null)
                .findFirst()
                .orElseThrow();
        FailureAnalysis said = first.analyze(new IllegalStateException(new PortInUseException(8080)));
        assertThat(said.getDescription()).contains("8080");
        assertThat(said.getAction()).contains("--server.port=");
    }

    @Test
    void aCertificateThatCannotBeReadIsToldWithTheSettingThatNamesIt() {
        Throwable failure = new IllegalStateException(new IllegalArgumentException(
                "File does not contain valid certificates: server.pem", new CertificateException("found no certificates")));
        FailureAnalysis said = new StartFailureAnalyzer().analyze(failure);
        assertThat(said.getDescription()).contains("server.pem");
        assertThat(said.getAction()).contains("axon.axonserver.cert-file");
    }
}
