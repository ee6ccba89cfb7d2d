package dev.cleave.payment.charge;

import static dev.cleave.payment.charge.PaymentTests.AMOUNT;
import static dev.cleave.payment.charge.PaymentTests.AUTHORISATION_REQUESTED;
import static dev.cleave.payment.charge.PaymentTests.AUTHORISED;
import static dev.cleave.payment.charge.PaymentTests.BACK;
import static dev.cleave.payment.charge.PaymentTests.CANCELLATION_REQUESTED;
import static dev.cleave.payment.charge.PaymentTests.CANCELLED;
import static dev.cleave.payment.charge.PaymentTests.CAPTURED;
import static dev.cleave.payment.charge.PaymentTests.CAPTURE_REQUESTED;
import static dev.cleave.payment.charge.PaymentTests.PAYMENT;
import static dev.cleave.payment.charge.PaymentTests.STRAY;
import static dev.cleave.payment.charge.PaymentTests.UNDONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.SettlePayment;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.platform.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CoreMatchers;
import org.hamcrest.FeatureMatcher;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SettlementTests {

    private static final Money PART = Money.parse("GBP 5.00");
    private static final Object ASKED = new RefundRequested(PAYMENT, "r1", PART, 1);
    private static final Object SILENT = new RefundRefused(PAYMENT, "r1", PART, "provider-silent", true);
    private static final Object ASKED_ON = new RefundRequested(PAYMENT, "r1", PART, 2);
    private static final Object PAID = new PaymentRefunded(PAYMENT, "r1", PART);
    private static final Object FAILED = new RefundFailed(PAYMENT, "r1", PART, "sent-back");
    private static final List<Object> CHARGED =
            List.of(AUTHORISATION_REQUESTED, AUTHORISED, CAPTURE_REQUESTED, CAPTURED);
    private static final List<Object> GIVEN_UP = List.of(
            AUTHORISATION_REQUESTED, AUTHORISED, CANCELLATION_REQUESTED, CANCELLED,
            new CancellationRequested(PAYMENT, "changed-mind", 2));

    private final List<String> kept = new ArrayList<>();

    private ResultValidator<Payment> settle(List<Object> history, SettlementOutcome outcome, @Nullable String refund) {
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        SettlementWords words = new SettlementWords(new JdbcTemplate()) {
            @Override
            void keep(PaymentId payment, String matter, String reason, @Nullable String by) {
                kept.add(matter + ": " + reason);
            }
        };
        fixture.registerAnnotatedCommandHandler(new Settling(fixture.getRepository(), words));
        return fixture.given(history).when(new SettlePayment(PAYMENT, outcome, refund, "looked it up", "Charles"));
    }

    private ResultValidator<Payment> taken(List<Object> history) {
        return settle(history, SettlementOutcome.TAKEN, null);
    }

    private ResultValidator<Payment> notTaken(List<Object> history) {
        return settle(history, SettlementOutcome.NOT_TAKEN, null);
    }

    private static Object settled(@Nullable String refund, Money amount, SettlementOutcome outcome) {
        return new PaymentSettled(PAYMENT, refund, amount, outcome);
    }

    private static List<Object> with(List<Object> history, Object... more) {
        List<Object> longer = new ArrayList<>(history);
        longer.addAll(Arrays.asList(more));
        return longer;
    }

    private void refuses(ResultValidator<Payment> result, PaymentFailure failure) {
        result.expectNoEvents().expectExceptionDetails(
                new FeatureMatcher<Failure, String>(CoreMatchers.equalTo(failure.code()), "a failure with code", "code") {
                    @Override
                    protected String featureValueOf(Failure refused) {
                        return refused.code();
                    }
                });
        assertThat(kept).isEmpty();
    }

    @Test
    void endsACancellationThatTheProviderNeverAnswered() {
        notTaken(GIVEN_UP).expectEvents(settled(null, AMOUNT, SettlementOutcome.NOT_TAKEN), CANCELLED);
        assertThat(kept).containsExactly("~charge: looked it up");
    }

    @Test
    void paysBackWhatWasTakenAlthoughItWasToBeCancelled() {
        taken(GIVEN_UP).expectEvents(settled(null, AMOUNT, SettlementOutcome.TAKEN), STRAY, BACK);
    }

    @Test
    void saysWhetherARefundWithoutAnswerWasPaid() {
        List<Object> silent = with(CHARGED, ASKED, SILENT, ASKED_ON);
        notTaken(silent).expectEvents(settled("r1", PART, SettlementOutcome.NOT_TAKEN), PAID);
        taken(silent).expectEvents(settled("r1", PART, SettlementOutcome.TAKEN));
    }

    @Test
    void neverCountsWhatWasPaidElsewhereAsRefundedByTheProvider() {
        notTaken(with(CHARGED, ASKED, PAID, FAILED)).expectEvents(settled("r1", PART, SettlementOutcome.NOT_TAKEN));
    }

    @Test
    void endsAChargeThatWasTakenBack() {
        notTaken(with(CHARGED, UNDONE)).expectEvents(settled(null, AMOUNT, SettlementOutcome.NOT_TAKEN));
    }

    @Test
    void isForRefundsOfTheSystemsOwnThatWereRefusedByWhateverNameTheyHad() {
        for (String own : List.of("~reversal", "reversal", "~anything")) {
            taken(with(CHARGED, new RefundRefused(PAYMENT, own, PART, "no", false)))
                    .expectEvents(settled(own, PART, SettlementOutcome.TAKEN));
        }
        RefundRefused former = new RefundRefused(PAYMENT, "stray-capture", AMOUNT, "no", false);
        taken(List.of(AUTHORISATION_REQUESTED, CANCELLED, STRAY, former))
                .expectEvents(settled("stray-capture", AMOUNT, SettlementOutcome.TAKEN));
    }

    @Test
    void isRefusedWhereNothingNeedsIt() {
        refuses(taken(CHARGED), PaymentFailure.NOTHING_TO_SETTLE);
        refuses(taken(with(CHARGED, ASKED)), PaymentFailure.NOTHING_TO_SETTLE);
        refuses(taken(with(CHARGED, ASKED, PAID)), PaymentFailure.NOTHING_TO_SETTLE);
        for (String callers : List.of("r1", "stray-capture")) {
            RefundRefused refused = new RefundRefused(PAYMENT, callers, PART, "no", false);
            refuses(taken(with(CHARGED, refused)), PaymentFailure.NOTHING_TO_SETTLE);
        }
        refuses(settle(with(CHARGED, ASKED, PAID, FAILED), SettlementOutcome.TAKEN, "r2"), PaymentFailure.NOTHING_TO_SETTLE);
    }

    @Test
    void countsOnceAndKeepsNoWordsAgain() {
        List<Object> done = with(CHARGED, ASKED, PAID, FAILED, settled("r1", PART, SettlementOutcome.NOT_TAKEN));
        notTaken(done).expectSuccessfulHandlerExecution().expectNoEvents();
        assertThat(kept).isEmpty();
        refuses(taken(done), PaymentFailure.SETTLED_OTHERWISE);
    }

    @Test
    void isOfOneRefundOrOfAll() {
        List<Object> two = with(
                CHARGED, ASKED, PAID, FAILED,
                new RefundRequested(PAYMENT, "r2", PART, 1), new PaymentRefunded(PAYMENT, "r2", PART),
                new RefundFailed(PAYMENT, "r2", PART, "sent-back"));
        settle(two, SettlementOutcome.TAKEN, "r2").expectEvents(settled("r2", PART, SettlementOutcome.TAKEN));
        taken(two).expectEvents(
                settled("r1", PART, SettlementOutcome.TAKEN), settled("r2", PART, SettlementOutcome.TAKEN));
    }
}
