package dev.cleave.payment.provider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How patient payment is with its provider.
 *
 * @param callTimeout how long one call may take before its outcome counts as unknown
 * @param attempts how often an unknown outcome is asked about at once
 * @param pause between two such attempts
 * @param longestCall how long all attempts together may take; below the 3 s that a gateway has
 * @param askAgainAfter how long an unanswered question rests before it is asked again; each further rest is twice as long
 * @param longestRest the longest such rest
 * @param authorisationDeadline after which an unanswered authorisation is declined and cancelled
 * @param captureDeadline after which an unanswered capture is cancelled
 * @param cancellationDeadline after which a cancellation counts as done for everybody else; the provider is asked on
 * @param refundDeadline after which an unanswered refund counts as refused
 */
@ConfigurationProperties("cleave.payment.provider")
record ProviderProperties(
        @DefaultValue("1s") Duration callTimeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("50ms") Duration pause,
        @DefaultValue("2500ms") Duration longestCall,
        @DefaultValue("5s") Duration askAgainAfter,
        @DefaultValue("10m") Duration longestRest,
        @DefaultValue("90s") Duration authorisationDeadline,
        @DefaultValue("2m") Duration captureDeadline,
        @DefaultValue("15m") Duration cancellationDeadline,
        @DefaultValue("24h") Duration refundDeadline) {

    ProviderProperties {
        Assert.isTrue(attempts >= 1, "cleave.payment.provider.attempts must be at least 1");
        Assert.isTrue(longestCall.compareTo(Duration.ofSeconds(3)) < 0,
                "cleave.payment.provider.longest-call must be below 3s");
        Assert.isTrue(askAgainAfter.isPositive() && longestRest.compareTo(askAgainAfter) >= 0,
                "cleave.payment.provider.longest-rest must be at least ask-again-after, and that above 0");
    }

    Patience authorisation() {
        return new Patience(askAgainAfter, longestRest, authorisationDeadline, false);
    }

    Patience capture() {
        return new Patience(askAgainAfter, longestRest, captureDeadline, false);
    }

    Patience cancellation() {
        return new Patience(askAgainAfter, longestRest, cancellationDeadline, true);
    }

    Patience refund() {
        return new Patience(askAgainAfter, longestRest, refundDeadline, true);
    }
}
