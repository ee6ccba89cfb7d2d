package dev.cleave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.payment.port.ProviderReports.NotTrusted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class SignatureTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final byte[] BODY = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    private final Signature signature = Signature.with("sesame", NOW);

    @Test
    void fitsWhatItSigned() {
        assertThat(signature.fits(signature.sign(BODY), BODY)).isTrue();
        assertThat(Signature.with("sesame", NOW).fits(signature.sign(BODY), BODY)).isTrue();
    }

    @Test
    void fitsNeitherAnotherBodyNorAnotherSecretNorNothing() {
        assertThat(signature.fits(signature.sign(BODY), new byte[] {1})).isFalse();
        assertThat(Signature.with("other", NOW).fits(signature.sign(BODY), BODY)).isFalse();
        assertThat(signature.fits(null, BODY)).isFalse();
        assertThat(signature.fits("t=1,v1=00", BODY)).isFalse();
    }

    @Test
    void isNeverOpenForWantOfASecret() {
        Signature made = Signature.with(null, NOW);
        assertThat(made.fits(made.sign(BODY), BODY)).isTrue();
        assertThat(made.fits(Signature.with(null, NOW).sign(BODY), BODY)).isFalse();
        assertThat(made.fits(Signature.with(" ", NOW).sign(BODY), BODY)).isFalse();
    }

    @Test
    void growsTooOld() {
        Signature later = Signature.with("sesame", Clock.offset(NOW, Duration.ofMinutes(6)));
        assertThat(later.fits(signature.sign(BODY), BODY)).isFalse();
    }

    @Test
    void isAskedForBeforeAReportIsRead() {
        SignedReports reports = new SignedReports(signature);
        byte[] nonsense = "{]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reports.read(new HttpHeaders(), nonsense)).isInstanceOf(NotTrusted.class);
        HttpHeaders signed = new HttpHeaders();
        signed.set(Signature.HEADER, signature.sign(nonsense));
        assertThatIllegalArgumentException().isThrownBy(() -> reports.read(signed, nonsense));
    }
}
