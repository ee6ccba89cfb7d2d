package dev.cleave.payment.provider;

import static dev.cleave.payment.api.ProviderOperation.AUTHORISATION;
import static dev.cleave.payment.api.ProviderOperation.CANCELLATION;
import static dev.cleave.payment.api.ProviderOperation.CAPTURE;
import static dev.cleave.payment.api.ProviderOperation.REFUND;

import dev.cleave.payment.api.AuthorisationRequested;
import dev.cleave.payment.api.CancellationRequested;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.CaptureRequested;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.ProviderOperation;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.RefundRequested;
import dev.cleave.payment.api.StrayCaptureFound;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the provider has not answered yet. Every question rests, is asked again, and ends at its deadline. */
@View("open-questions")
class OpenQuestions {

    private final Waits waits;
    private final JdbcClient jdbc;
    private final ProviderProperties properties;

    OpenQuestions(Waits waits, JdbcClient jdbc, ProviderProperties properties) {
        this.waits = waits;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    static String askAgain(ProviderOperation operation) {
        return operation.name().toLowerCase(Locale.ROOT) + "-unanswered";
    }

    static String giveUp(ProviderOperation operation) {
        return operation.name().toLowerCase(Locale.ROOT) + "-deadline";
    }

    @EventHandler
    void on(AuthorisationRequested event, @Timestamp Instant at) {
        open(event.payment(), AUTHORISATION, event.attempt(), at);
    }

    @EventHandler
    void on(CaptureRequested event, @Timestamp Instant at) {
        open(event.payment(), CAPTURE, event.attempt(), at);
    }

    @EventHandler
    void on(CancellationRequested event, @Timestamp Instant at) {
        close(event.payment(), AUTHORISATION);
        close(event.payment(), CAPTURE);
        open(event.payment(), CANCELLATION, event.attempt(), at);
    }

    @EventHandler
    void on(RefundRequested event, @Timestamp Instant at) {
        int known = jdbc.sql("SELECT COUNT(*) FROM open_refund WHERE payment_id = ? AND refund_id = ?")
                .params(event.payment().value(), event.refund())
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("INSERT INTO open_refund (payment_id, refund_id) VALUES (?, ?)")
                    .params(event.payment().value(), event.refund())
                    .update();
        }
        open(event.payment(), REFUND, event.attempt(), at);
    }

    @EventHandler
    void on(PaymentAuthorised event) {
        close(event.payment(), AUTHORISATION);
    }

    @EventHandler
    void on(PaymentDeclined event) {
        close(event.payment(), AUTHORISATION);
    }

    @EventHandler
    void on(PaymentCaptured event) {
        close(event.payment(), CAPTURE);
        close(event.payment(), CANCELLATION);
    }

    @EventHandler
    void on(CaptureRefused event) {
        close(event.payment(), CAPTURE);
    }

    @EventHandler
    void on(PaymentCancelled event) {
        close(event.payment(), CANCELLATION);
    }

    @EventHandler
    void on(StrayCaptureFound event) {
        close(event.payment(), CANCELLATION);
    }

    @EventHandler
    void on(PaymentRefunded event) {
        closeRefund(event.payment(), event.refund());
    }

    @EventHandler
    void on(RefundRefused event) {
        closeRefund(event.payment(), event.refund());
    }

    @EventHandler
    void on(PaymentSettled event) {
        if (event.refund() == null) {
            close(event.payment(), CANCELLATION);
        } else {
            closeRefund(event.payment(), event.refund());
        }
    }

    @ResetHandler
    void reset() {
        waits.forget(Arrays.stream(ProviderOperation.values())
                .flatMap(operation -> Stream.of(askAgain(operation), giveUp(operation)))
                .toArray(String[]::new));
        jdbc.sql("DELETE FROM open_refund").update();
    }

    private void open(PaymentId payment, ProviderOperation operation, int attempt, Instant at) {
        Patience.Rest rest = patience(operation).after(attempt);
        close(payment, operation);
        waits.open(rest.last() ? giveUp(operation) : askAgain(operation), payment.value(), at.plus(rest.duration()));
    }

    private void close(PaymentId payment, ProviderOperation operation) {
        waits.close(askAgain(operation), payment.value());
        waits.close(giveUp(operation), payment.value());
    }

    private void closeRefund(PaymentId payment, String refund) {
        int removed = jdbc.sql("DELETE FROM open_refund WHERE payment_id = ? AND refund_id = ?")
                .params(payment.value(), refund)
                .update();
        if (removed > 0
                && jdbc.sql("SELECT COUNT(*) FROM open_refund WHERE payment_id = ?")
                        .params(payment.value())
                        .query(Integer.class)
                        .single() == 0) {
            close(payment, REFUND);
        }
    }

    private Patience patience(ProviderOperation operation) {
        Duration deadline = switch (operation) {
            case AUTHORISATION -> properties.authorisationDeadline();
            case CAPTURE -> properties.captureDeadline();
            case CANCELLATION -> properties.cancellationDeadline();
            case REFUND -> properties.refundDeadline();
        };
        return new Patience(properties.askAgainAfter(), properties.longestRest(), deadline,
                operation == CANCELLATION || operation == REFUND);
    }
}
