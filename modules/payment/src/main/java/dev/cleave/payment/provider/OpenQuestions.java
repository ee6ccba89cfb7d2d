package dev.cleave.payment.provider;

import static dev.cleave.payment.provider.ProviderWait.AUTHORISATION_DEADLINE;
import static dev.cleave.payment.provider.ProviderWait.AUTHORISATION_UNANSWERED;
import static dev.cleave.payment.provider.ProviderWait.CANCELLATION_DEADLINE;
import static dev.cleave.payment.provider.ProviderWait.CANCELLATION_UNANSWERED;
import static dev.cleave.payment.provider.ProviderWait.CAPTURE_DEADLINE;
import static dev.cleave.payment.provider.ProviderWait.CAPTURE_UNANSWERED;
import static dev.cleave.payment.provider.ProviderWait.REFUND_DEADLINE;
import static dev.cleave.payment.provider.ProviderWait.REFUND_UNANSWERED;

import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the provider has not answered yet. Every question rests, is asked again, and ends at its deadline. */
@View("open-questions")
class OpenQuestions {

    private final Waits<ProviderWait> waits;
    private final JdbcClient jdbc;
    private final ProviderProperties properties;

    OpenQuestions(Waits<ProviderWait> waits, JdbcClient jdbc, ProviderProperties properties) {
        this.waits = waits;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @EventHandler
    void on(AuthorisationRequested event, @Timestamp Instant at) {
        open(event.payment(), AUTHORISATION_UNANSWERED, AUTHORISATION_DEADLINE, event.attempt(), at);
    }

    @EventHandler
    void on(CaptureRequested event, @Timestamp Instant at) {
        open(event.payment(), CAPTURE_UNANSWERED, CAPTURE_DEADLINE, event.attempt(), at);
    }

    @EventHandler
    void on(CancellationRequested event, @Timestamp Instant at) {
        close(event.payment(), AUTHORISATION_UNANSWERED, AUTHORISATION_DEADLINE);
        close(event.payment(), CAPTURE_UNANSWERED, CAPTURE_DEADLINE);
        open(event.payment(), CANCELLATION_UNANSWERED, CANCELLATION_DEADLINE, event.attempt(), at);
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
        open(event.payment(), REFUND_UNANSWERED, REFUND_DEADLINE, event.attempt(), at);
    }

    @EventHandler
    void on(PaymentAuthorised event) {
        close(event.payment(), AUTHORISATION_UNANSWERED, AUTHORISATION_DEADLINE);
    }

    @EventHandler
    void on(PaymentDeclined event) {
        close(event.payment(), AUTHORISATION_UNANSWERED, AUTHORISATION_DEADLINE);
    }

    @EventHandler
    void on(PaymentCaptured event) {
        close(event.payment(), CAPTURE_UNANSWERED, CAPTURE_DEADLINE);
        close(event.payment(), CANCELLATION_UNANSWERED, CANCELLATION_DEADLINE);
    }

    @EventHandler
    void on(CaptureRefused event) {
        close(event.payment(), CAPTURE_UNANSWERED, CAPTURE_DEADLINE);
    }

    @EventHandler
    void on(PaymentCancelled event) {
        close(event.payment(), CANCELLATION_UNANSWERED, CANCELLATION_DEADLINE);
    }

    @EventHandler
    void on(StrayCaptureFound event) {
        close(event.payment(), CANCELLATION_UNANSWERED, CANCELLATION_DEADLINE);
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
            close(event.payment(), CANCELLATION_UNANSWERED, CANCELLATION_DEADLINE);
        } else {
            closeRefund(event.payment(), event.refund());
        }
    }

    @ResetHandler
    void reset() {
        waits.forget();
        jdbc.sql("DELETE FROM open_refund").update();
    }

    private void open(PaymentId payment, ProviderWait unanswered, ProviderWait deadline, int attempt, Instant at) {
        Patience.Rest rest = unanswered.patience(properties).after(attempt);
        close(payment, unanswered, deadline);
        waits.open(rest.last() ? deadline : unanswered, payment.value(), at.plus(rest.duration()));
    }

    private void close(PaymentId payment, ProviderWait unanswered, ProviderWait deadline) {
        waits.close(unanswered, payment.value());
        waits.close(deadline, payment.value());
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
            close(payment, REFUND_UNANSWERED, REFUND_DEADLINE);
        }
    }
}
