package dev.cleave.payment.charge;

import static org.hamcrest.CoreMatchers.equalTo;

import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.payment.charge.steps.AskProviderAgain;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.CaptureUndone;
import dev.cleave.payment.charge.steps.GiveUpOnProvider;
import dev.cleave.payment.charge.steps.ProviderOperation;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.ReportAuthorisation;
import dev.cleave.payment.charge.steps.ReportCancellation;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.payment.charge.steps.Verdict;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.message.FailureCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PaymentTests {

    static final PaymentId PAYMENT = new PaymentId("4711");
    static final Money AMOUNT = Money.parse("GBP 12.50");
    static final String TOKEN = "tok_ok";

    static final Object AUTHORISATION_REQUESTED = new AuthorisationRequested(PAYMENT, AMOUNT, TOKEN, 1);
    static final Object AUTHORISED = new PaymentAuthorised(PAYMENT, AMOUNT);
    static final Object DECLINED = new PaymentDeclined(PAYMENT, "card-declined");
    static final Object CAPTURE_REQUESTED = new CaptureRequested(PAYMENT, AMOUNT, 1);
    static final Object CAPTURED = new PaymentCaptured(PAYMENT, AMOUNT);
    static final Object CAPTURE_REFUSED = new CaptureRefused(PAYMENT, "capture-declined");
    static final Object CANCELLATION_REQUESTED = new CancellationRequested(PAYMENT, "changed-mind", 1);
    static final Object CANCELLED = new PaymentCancelled(PAYMENT);
    static final Object CANCELLATION_REFUSED = new PaymentCancellationRefused(PAYMENT, AMOUNT);

    static final Object STRAY = new StrayCaptureFound(PAYMENT, AMOUNT);
    static final Object BACK = new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 1);
    static final Object LOST = new AuthorisationLost(PAYMENT, AMOUNT, "lapsed");
    static final Object UNDONE = new CaptureUndone(PAYMENT, AMOUNT, "charged-back");

    static final Object AUTHORISE = new AuthorisePayment(PAYMENT, AMOUNT, TOKEN);
    static final Object CAPTURE = new CapturePayment(PAYMENT);
    static final Object CANCEL = new CancelPayment(PAYMENT, "changed-mind");

    /** What has happened before. */
    enum Given {
        NOTHING(),
        AUTHORISING(AUTHORISATION_REQUESTED),
        AUTHORISED(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED),
        DECLINED(AUTHORISATION_REQUESTED, PaymentTests.DECLINED),
        CAPTURING(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CAPTURE_REQUESTED),
        CAPTURED(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CAPTURE_REQUESTED, PaymentTests.CAPTURED),
        CAPTURE_REFUSED(
                AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CAPTURE_REQUESTED, PaymentTests.CAPTURE_REFUSED),
        CANCELLING(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CANCELLATION_REQUESTED),
        CANCELLING_CAPTURE(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CAPTURE_REQUESTED, CANCELLATION_REQUESTED),
        CANCELLED(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CANCELLATION_REQUESTED, PaymentTests.CANCELLED),
        CANCELLED_IN_ADVANCE(PaymentTests.CANCELLED),
        AUTHORISATION_LOST(AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, PaymentTests.LOST),
        CAPTURE_UNDONE(
                AUTHORISATION_REQUESTED, PaymentTests.AUTHORISED, CAPTURE_REQUESTED, PaymentTests.CAPTURED,
                PaymentTests.UNDONE);

        private final List<Object> events;

        Given(Object... events) {
            this.events = List.of(events);
        }
    }

    private static ResultValidator<Payment> when(List<Object> history, Object command) {
        AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);
        return (history.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(history)).when(command);
    }

    private static List<Object> after(Given given, Object... more) {
        List<Object> history = new ArrayList<>(given.events);
        history.addAll(List.of(more));
        return history;
    }

    private static void refuses(ResultValidator<Payment> result, FailureCode code) {
        result.expectExceptionDetails(new FeatureMatcher<Failure, String>(equalTo(code.code()), "a failure with code", "code") {
            @Override
            protected String featureValueOf(Failure failure) {
                return failure.code();
            }
        })
                .expectNoEvents();
    }

    /** What a command does in every state: the events it leaves, or none; in a state not named it is refused as unknown. */
    private static final class Expectations {

        private final Object command;
        private final Map<Given, List<Object>> events = new EnumMap<>(Given.class);
        private final Set<Given> unexpected = EnumSet.noneOf(Given.class);

        Expectations unexpectedIn(Given... states) {
            unexpected.addAll(List.of(states));
            return this;
        }

        Expectations(Object command) {
            this.command = command;
        }

        Expectations in(Given given, Object... expected) {
            events.put(given, List.of(expected));
            return this;
        }

        Expectations calmIn(Given... states) {
            for (Given given : states) {
                events.put(given, List.of());
            }
            return this;
        }

        Stream<DynamicTest> everywhere() {
            return Stream.of(Given.values()).map(given -> DynamicTest.dynamicTest(given.name(), () -> {
                List<Object> expected = events.get(given);
                ResultValidator<Payment> result = when(given.events, command);
                if (expected == null) {
                    refuses(result, unexpected.contains(given)
                            ? PaymentFailure.REPORT_UNEXPECTED : PaymentFailure.PAYMENT_UNKNOWN);
                } else {
                    result.expectSuccessfulHandlerExecution().expectEvents(expected.toArray());
                    assertRepeatable(given, expected);
                }
            }));
        }

        /** The same command once more changes nothing. */
        private void assertRepeatable(Given given, List<Object> first) {
            when(after(given, first.toArray()), command).expectSuccessfulHandlerExecution().expectNoEvents();
        }
    }

    @TestFactory
    Stream<DynamicTest> authorisesOnceAndNeverAfterACancellation() {
        return new Expectations(AUTHORISE)
                .in(Given.NOTHING, AUTHORISATION_REQUESTED)
                .in(Given.CANCELLED_IN_ADVANCE, new PaymentDeclined(PAYMENT, "cancelled"))
                .calmIn(
                        Given.AUTHORISING, Given.AUTHORISED, Given.DECLINED, Given.CAPTURING, Given.CAPTURED,
                        Given.CAPTURE_REFUSED, Given.CANCELLING, Given.CANCELLING_CAPTURE, Given.CANCELLED,
                        Given.AUTHORISATION_LOST, Given.CAPTURE_UNDONE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> capturesOnlyWhatIsAuthorised() {
        return new Expectations(CAPTURE)
                .in(Given.AUTHORISED, CAPTURE_REQUESTED)
                .in(Given.NOTHING, new CaptureRefused(PAYMENT, "not-authorised"))
                .in(Given.AUTHORISING, new CaptureRefused(PAYMENT, "not-authorised"))
                .in(Given.DECLINED, new CaptureRefused(PAYMENT, "not-authorised"))
                .in(Given.CANCELLING, new CaptureRefused(PAYMENT, "changed-mind"))
                .in(Given.CANCELLED, new CaptureRefused(PAYMENT, "changed-mind"))
                .in(Given.CANCELLED_IN_ADVANCE, new CaptureRefused(PAYMENT, "cancelled"))
                .in(Given.AUTHORISATION_LOST, new CaptureRefused(PAYMENT, "authorisation-lost"))
                .calmIn(
                        Given.CAPTURING, Given.CAPTURED, Given.CAPTURE_REFUSED, Given.CANCELLING_CAPTURE,
                        Given.CAPTURE_UNDONE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> cancelsWhateverIsNotCaptured() {
        return new Expectations(CANCEL)
                .in(Given.NOTHING, CANCELLED)
                .in(Given.AUTHORISING, CANCELLATION_REQUESTED)
                .in(Given.AUTHORISED, CANCELLATION_REQUESTED)
                .in(Given.DECLINED, CANCELLED)
                .in(Given.CAPTURING, CANCELLATION_REQUESTED)
                .in(Given.CAPTURED, CANCELLATION_REFUSED)
                .in(Given.CAPTURE_REFUSED, CANCELLATION_REQUESTED)
                .in(Given.AUTHORISATION_LOST, CANCELLATION_REQUESTED)
                .in(Given.CAPTURE_UNDONE, CANCELLED)
                .calmIn(Given.CANCELLING, Given.CANCELLING_CAPTURE, Given.CANCELLED, Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> refundsOnlyWhatIsCaptured() {
        Expectations expectations = new Expectations(new RefundPayment(PAYMENT, "r1", AMOUNT));
        for (Given given : Given.values()) {
            expectations.in(given, new RefundRefused(PAYMENT, "r1", AMOUNT, "not-captured", false));
        }
        return expectations.in(Given.CAPTURED, new RefundRequested(PAYMENT, "r1", AMOUNT, 1)).everywhere();
    }

    @TestFactory
    Stream<DynamicTest> takesAnApprovalAndGivesALateOneBack() {
        return new Expectations(new ReportAuthorisation(PAYMENT, Verdict.APPROVED, null))
                .in(Given.AUTHORISING, AUTHORISED)
                .in(Given.DECLINED, new CancellationRequested(PAYMENT, "late-approval", 1))
                .in(Given.CANCELLED, new CancellationRequested(PAYMENT, "late-approval", 1))
                .in(Given.CANCELLED_IN_ADVANCE, new CancellationRequested(PAYMENT, "late-approval", 1))
                .calmIn(
                        Given.AUTHORISED, Given.CAPTURING, Given.CAPTURED, Given.CAPTURE_REFUSED, Given.CANCELLING,
                        Given.CANCELLING_CAPTURE, Given.AUTHORISATION_LOST, Given.CAPTURE_UNDONE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> takesADeclineOnceAndOneAfterAnApprovalForALoss() {
        return new Expectations(new ReportAuthorisation(PAYMENT, Verdict.DECLINED, "card-declined"))
                .in(Given.AUTHORISING, DECLINED)
                .in(Given.AUTHORISED, new AuthorisationLost(PAYMENT, AMOUNT, "card-declined"))
                .calmIn(
                        Given.AUTHORISATION_LOST, Given.CAPTURE_UNDONE, Given.DECLINED, Given.CAPTURING, Given.CAPTURED,
                        Given.CAPTURE_REFUSED,
                        Given.CANCELLING, Given.CANCELLING_CAPTURE, Given.CANCELLED, Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> losesWhatLapsesBeforeItIsCharged() {
        return new Expectations(new ReportAuthorisation(PAYMENT, Verdict.UNDONE, "lapsed"))
                .in(Given.AUTHORISING, new PaymentDeclined(PAYMENT, "lapsed"))
                .in(Given.AUTHORISED, LOST)
                .calmIn(Stream.of(Given.values())
                        .filter(given -> given != Given.NOTHING && given != Given.AUTHORISING && given != Given.AUTHORISED)
                        .toArray(Given[]::new))
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> takesBackAChargeThatTheProviderUndid() {
        return new Expectations(new ReportCapture(PAYMENT, Verdict.UNDONE, "charged-back"))
                .in(Given.CAPTURED, UNDONE)
                .in(Given.CAPTURING, UNDONE, new CaptureRefused(PAYMENT, "charged-back"))
                .in(Given.CANCELLING_CAPTURE, UNDONE, new CaptureRefused(PAYMENT, "charged-back"))
                .in(Given.AUTHORISING, UNDONE)
                .in(Given.AUTHORISED, UNDONE)
                .in(Given.AUTHORISATION_LOST, UNDONE)
                .in(Given.DECLINED, UNDONE)
                .in(Given.CAPTURE_REFUSED, UNDONE)
                .in(Given.CANCELLING, UNDONE)
                .in(Given.CANCELLED, UNDONE)
                .calmIn(Given.CAPTURE_UNDONE)
                .unexpectedIn(Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @Test
    void takesALateApprovalOfAnUndoneCaptureForWhatItIs() {
        when(after(Given.CAPTURING, UNDONE, new CaptureRefused(PAYMENT, "charged-back")),
                new ReportCapture(PAYMENT, Verdict.APPROVED, null))
                .expectNoEvents();
    }

    @TestFactory
    Stream<DynamicTest> takesACaptureAndPaysAStrayOneBack() {
        return new Expectations(new ReportCapture(PAYMENT, Verdict.APPROVED, null))
                .in(Given.CAPTURING, CAPTURED)
                .in(Given.CANCELLING_CAPTURE, CAPTURED, CANCELLATION_REFUSED)
                .in(Given.DECLINED, STRAY, BACK)
                .in(Given.CAPTURE_REFUSED, STRAY, BACK)
                .in(Given.CANCELLED, STRAY, BACK)
                .in(Given.AUTHORISATION_LOST, STRAY, BACK)
                .in(Given.AUTHORISING, AUTHORISED, CAPTURED)
                .in(Given.AUTHORISED, CAPTURED)
                .calmIn(Given.CAPTURED, Given.CAPTURE_UNDONE)
                .unexpectedIn(Given.CANCELLED_IN_ADVANCE)
                .in(Given.CANCELLING, CAPTURED, CANCELLATION_REFUSED)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> takesARefusedCaptureOnce() {
        return new Expectations(new ReportCapture(PAYMENT, Verdict.DECLINED, "capture-declined"))
                .in(Given.CAPTURING, CAPTURE_REFUSED)
                .in(Given.CANCELLING_CAPTURE, CAPTURE_REFUSED)
                .in(Given.CAPTURED, new CaptureUndone(PAYMENT, AMOUNT, "capture-declined"))
                .calmIn(
                        Given.AUTHORISING, Given.AUTHORISED, Given.DECLINED, Given.CAPTURE_REFUSED,
                        Given.CANCELLING, Given.CANCELLED, Given.AUTHORISATION_LOST, Given.CAPTURE_UNDONE)
                .unexpectedIn(Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> takesACancellationAndAnswersTheCaptureItOvertook() {
        return new Expectations(new ReportCancellation(PAYMENT, true, null))
                .in(Given.CANCELLING, CANCELLED)
                .in(Given.CANCELLING_CAPTURE, new CaptureRefused(PAYMENT, "changed-mind"), CANCELLED)
                .in(Given.AUTHORISING, new PaymentDeclined(PAYMENT, "cancelled"))
                .in(Given.AUTHORISED, new AuthorisationLost(PAYMENT, AMOUNT, "cancelled"))
                .in(Given.CAPTURED, new CaptureUndone(PAYMENT, AMOUNT, "cancelled"))
                .calmIn(
                        Given.DECLINED, Given.CAPTURING, Given.AUTHORISATION_LOST, Given.CAPTURE_UNDONE,
                        Given.CAPTURE_REFUSED, Given.CANCELLED, Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> learnsFromARefusedCancellationThatItIsCaptured() {
        return new Expectations(new ReportCancellation(PAYMENT, false, "captured"))
                .in(Given.CANCELLING, CAPTURED, CANCELLATION_REFUSED)
                .in(Given.CANCELLING_CAPTURE, CAPTURED, CANCELLATION_REFUSED)
                .in(Given.AUTHORISING, AUTHORISED, CAPTURED)
                .in(Given.AUTHORISED, CAPTURED)
                .in(Given.CAPTURING, CAPTURED)
                .in(Given.DECLINED, STRAY, BACK)
                .in(Given.CAPTURE_REFUSED, STRAY, BACK)
                .in(Given.CANCELLED, STRAY, BACK)
                .in(Given.AUTHORISATION_LOST, STRAY, BACK)
                .calmIn(Given.CAPTURED, Given.CAPTURE_UNDONE, Given.CANCELLED_IN_ADVANCE)
                .everywhere();
    }

    @TestFactory
    Stream<DynamicTest> keepsCancellingWhenTheProviderRefusesForAnotherReason() {
        return new Expectations(new ReportCancellation(PAYMENT, false, "try-later"))
                .calmIn(Stream.of(Given.values()).filter(given -> given != Given.NOTHING).toArray(Given[]::new))
                .everywhere();
    }

    @Test
    void refusesAnotherAmountOrTokenUnderTheSamePayment() {
        List<Object> history = Given.AUTHORISING.events;
        refuses(when(history, new AuthorisePayment(PAYMENT, AMOUNT.plus(1), TOKEN)), PaymentFailure.PAYMENT_DIFFERS);
        refuses(when(history, new AuthorisePayment(PAYMENT, AMOUNT, "tok_other")), PaymentFailure.PAYMENT_DIFFERS);
    }

    @Test
    void declinesAmountsThatNobodyCanCharge() {
        for (String amount : List.of("GBP 0.00", "GBP -1.00", "GBP 92233720368547758.08")) {
            when(List.of(), new AuthorisePayment(PAYMENT, Money.parse(amount), TOKEN))
                    .expectEvents(new PaymentDeclined(PAYMENT, "amount-not-chargeable"));
        }
    }

    @Test
    void capturesWhatIsAuthorisedAlsoAfterAnEarlierCaptureWasRefused() {
        when(List.of(
                AUTHORISATION_REQUESTED,
                new CaptureRefused(PAYMENT, "not-authorised"),
                AUTHORISED,
                CAPTURE_REQUESTED),
                new ReportCapture(PAYMENT, Verdict.APPROVED, null))
                .expectEvents(CAPTURED);
    }

    @Test
    void concludesACancellationThatTurnsOutToBeCharged() {
        when(after(Given.CAPTURE_REFUSED, CANCELLATION_REQUESTED), new ReportCancellation(PAYMENT, false, "captured"))
                .expectEvents(
                        new StrayCaptureFound(PAYMENT, AMOUNT),
                        CANCELLED,
                        new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 1));
    }

    @Test
    void answersACancellationAfterAStrayCaptureWasFound() {
        when(after(
                Given.CAPTURE_REFUSED,
                new StrayCaptureFound(PAYMENT, AMOUNT),
                new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 1)),
                CANCEL)
                .expectEvents(CANCELLED);
    }

    @Test
    void isSettledWhenAStrayCaptureIsPaidBackAfterAll() {
        Object[] refused = {
            new StrayCaptureFound(PAYMENT, AMOUNT),
            new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 1),
            new RefundRefused(PAYMENT, "~stray-capture", AMOUNT, "refund-declined", false)
        };
        Object paid = new PaymentRefunded(PAYMENT, "~stray-capture", AMOUNT);
        ReportRefund report = new ReportRefund(PAYMENT, "~stray-capture", Verdict.APPROVED, null);
        when(after(Given.CANCELLED, refused), report).expectEvents(paid);
        when(after(Given.CANCELLED, refused[0], refused[1], refused[2], paid), report).expectNoEvents();
    }

    @Nested
    class Refunds {

        private final Money part = Money.parse("GBP 5.00");
        private final Object first = new RefundRequested(PAYMENT, "r1", part, 1);

        @Test
        void countsTheSameRefundOnce() {
            RefundPayment again = new RefundPayment(PAYMENT, "r1", part);
            when(after(Given.CAPTURED, first), again).expectNoEvents();
            when(after(Given.CAPTURED, first, new PaymentRefunded(PAYMENT, "r1", part)), again).expectNoEvents();
            when(after(Given.CAPTURED, first, new RefundRefused(PAYMENT, "r1", part, "no", false)), again).expectNoEvents();
        }

        @Test
        void refusesAnotherAmountUnderTheSameRefund() {
            refuses(
                    when(after(Given.CAPTURED, first), new RefundPayment(PAYMENT, "r1", part.plus(1))),
                    PaymentFailure.REFUND_DIFFERS);
        }

        @Test
        void neverRefundsMoreThanWasCaptured() {
            Money rest = AMOUNT.minus(part);
            when(after(Given.CAPTURED, first), new RefundPayment(PAYMENT, "r2", rest))
                    .expectEvents(new RefundRequested(PAYMENT, "r2", rest, 1));
            Money tooMuch = rest.plusMinor(1);
            when(after(Given.CAPTURED, first), new RefundPayment(PAYMENT, "r2", tooMuch))
                    .expectEvents(new RefundRefused(PAYMENT, "r2", tooMuch, "exceeds-captured", false));
        }

        @Test
        void setsARefusedRefundFreeButNotOneInDoubt() {
            when(after(Given.CAPTURED, first, new RefundRefused(PAYMENT, "r1", part, "refund-declined", false)),
                    new RefundPayment(PAYMENT, "r2", AMOUNT))
                    .expectEvents(new RefundRequested(PAYMENT, "r2", AMOUNT, 1));
            when(after(Given.CAPTURED, first, new RefundRefused(PAYMENT, "r1", part, "provider-silent", true)),
                    new RefundPayment(PAYMENT, "r2", AMOUNT))
                    .expectEvents(new RefundRefused(PAYMENT, "r2", AMOUNT, "exceeds-captured", false));
        }

        @Test
        void refusesAmountsThatAreNoneOfTheCaptured() {
            Money euros = Money.parse("EUR 1.00");
            Money nothing = Money.parse("GBP 0.00");
            when(Given.CAPTURED.events, new RefundPayment(PAYMENT, "r1", euros))
                    .expectEvents(new RefundRefused(PAYMENT, "r1", euros, "other-currency", false));
            when(Given.CAPTURED.events, new RefundPayment(PAYMENT, "r1", nothing))
                    .expectEvents(new RefundRefused(PAYMENT, "r1", nothing, "amount-not-positive", false));
        }

        @Test
        void takesTheProvidersAnswerOnce() {
            Object paid = new PaymentRefunded(PAYMENT, "r1", part);
            ReportRefund approved = new ReportRefund(PAYMENT, "r1", Verdict.APPROVED, null);
            when(after(Given.CAPTURED, first), approved).expectEvents(paid);
            when(after(Given.CAPTURED, first, paid), approved).expectNoEvents();
            when(after(Given.CAPTURED, first, paid), new ReportRefund(PAYMENT, "r1", Verdict.DECLINED, "no"))
                    .expectEvents(new RefundFailed(PAYMENT, "r1", part, "no"));
            when(after(Given.CAPTURED, first), new ReportRefund(PAYMENT, "r1", Verdict.DECLINED, "no"))
                    .expectEvents(new RefundRefused(PAYMENT, "r1", part, "no", false));
            refuses(when(Given.CAPTURED.events, approved), PaymentFailure.REPORT_UNEXPECTED);
        }

        @Test
        void correctsARefusalForSilenceWhenTheRefundWasPaidAfterAll() {
            when(after(Given.CAPTURED, first, new RefundRefused(PAYMENT, "r1", part, "provider-silent", true)),
                    new ReportRefund(PAYMENT, "r1", Verdict.APPROVED, null))
                    .expectEvents(new PaymentRefunded(PAYMENT, "r1", part));
        }
    }

    @Nested
    class RevisedRefunds {

        private final Money part = Money.parse("GBP 5.00");
        private final Object asked = new RefundRequested(PAYMENT, "r1", part, 1);
        private final Object paid = new PaymentRefunded(PAYMENT, "r1", part);
        private final Object failed = new RefundFailed(PAYMENT, "r1", part, "sent-back");
        private final Object refused = new RefundRefused(PAYMENT, "r1", part, "no", false);
        private final Object undone = new ReportRefund(PAYMENT, "r1", Verdict.UNDONE, "sent-back");
        private final Object approved = new ReportRefund(PAYMENT, "r1", Verdict.APPROVED, null);
        private final Object declined = new ReportRefund(PAYMENT, "r1", Verdict.DECLINED, "no");

        @Test
        void failAfterTheyWerePaidAndStayFailed() {
            when(after(Given.CAPTURED, asked, paid), undone).expectEvents(failed);
            for (Object late : List.of(undone, approved, declined)) {
                when(after(Given.CAPTURED, asked, paid, failed), late).expectNoEvents();
            }
        }

        @Test
        void endTheSameInWhateverOrderTheirReportsArrive() {
            when(after(Given.CAPTURED, asked), undone).expectEvents(paid, failed);
            when(after(Given.CAPTURED, asked, refused), undone).expectEvents(paid, failed);
            when(after(Given.CAPTURED, asked, refused), approved).expectEvents(paid);
            when(after(Given.CAPTURED, asked, refused, paid), declined).expectNoEvents();
        }

        @Test
        void areNotThereForAnotherRefundUntilTheyAreSettled() {
            RefundPayment whole = new RefundPayment(PAYMENT, "r2", AMOUNT);
            when(after(Given.CAPTURED, asked, paid, failed), whole)
                    .expectEvents(new RefundRefused(PAYMENT, "r2", AMOUNT, "exceeds-captured", false));
            when(after(Given.CAPTURED, asked, paid, failed,
                    new PaymentSettled(PAYMENT, "r1", part, SettlementOutcome.TAKEN)), whole)
                    .expectEvents(new RefundRequested(PAYMENT, "r2", AMOUNT, 1));
        }

        @Test
        void areNotInDoubtOnlyBecauseTheProviderUsesTheSystemsWords() {
            ReportRefund inOurWords = new ReportRefund(PAYMENT, "r1", Verdict.DECLINED, "provider-silent");
            when(after(Given.CAPTURED, asked), inOurWords)
                    .expectEvents(new RefundRefused(PAYMENT, "r1", part, "provider-silent", false));
            when(after(Given.CAPTURED, asked, new RefundRefused(PAYMENT, "r1", part, "provider-silent", false)),
                    new RefundPayment(PAYMENT, "r2", AMOUNT))
                    .expectEvents(new RefundRequested(PAYMENT, "r2", AMOUNT, 1));
        }
    }

    @Nested
    class SilentProviders {

        private Object askAgain(ProviderOperation operation) {
            return new AskProviderAgain(PAYMENT, operation);
        }

        private Object giveUp(ProviderOperation operation) {
            return new GiveUpOnProvider(PAYMENT, operation);
        }

        @Test
        void areAskedAgainWhatTheyLeftUnanswered() {
            when(Given.AUTHORISING.events, askAgain(ProviderOperation.AUTHORISATION))
                    .expectEvents(new AuthorisationRequested(PAYMENT, AMOUNT, TOKEN, 2));
            when(Given.CAPTURING.events, askAgain(ProviderOperation.CAPTURE))
                    .expectEvents(new CaptureRequested(PAYMENT, AMOUNT, 2));
            when(Given.CANCELLING.events, askAgain(ProviderOperation.CANCELLATION))
                    .expectEvents(new CancellationRequested(PAYMENT, "changed-mind", 2));
            when(after(Given.CAPTURED, new RefundRequested(PAYMENT, "r1", AMOUNT, 1)), askAgain(ProviderOperation.REFUND))
                    .expectEvents(new RefundRequested(PAYMENT, "r1", AMOUNT, 2));
        }

        @TestFactory
        Stream<DynamicTest> areAskedNothingThatTheyHaveAnswered() {
            Map<ProviderOperation, List<Given>> open = Map.of(
                    ProviderOperation.AUTHORISATION, List.of(Given.AUTHORISING),
                    ProviderOperation.CAPTURE, List.of(Given.CAPTURING),
                    ProviderOperation.CANCELLATION, List.of(Given.CANCELLING, Given.CANCELLING_CAPTURE),
                    ProviderOperation.REFUND, List.of());
            return Stream.of(ProviderOperation.values())
                    .flatMap(operation -> Stream.of(Given.values())
                            .filter(given -> given != Given.NOTHING && !open.get(operation).contains(given))
                            .map(given -> DynamicTest.dynamicTest(operation + " " + given, () -> {
                                when(given.events, askAgain(operation)).expectNoEvents();
                                when(given.events, giveUp(operation)).expectNoEvents();
                            })));
        }

        @Test
        void loseTheAuthorisationAtTheDeadline() {
            when(Given.AUTHORISING.events, giveUp(ProviderOperation.AUTHORISATION))
                    .expectEvents(
                            new PaymentDeclined(PAYMENT, "provider-silent"),
                            new CancellationRequested(PAYMENT, "provider-silent", 1));
        }

        @Test
        void loseTheCaptureAtTheDeadlineOnceItIsCancelled() {
            Object cancelling = new CancellationRequested(PAYMENT, "provider-silent", 1);
            when(Given.CAPTURING.events, giveUp(ProviderOperation.CAPTURE)).expectEvents(cancelling);
            when(after(Given.CAPTURING, cancelling), new ReportCancellation(PAYMENT, true, null))
                    .expectEvents(new CaptureRefused(PAYMENT, "provider-silent"), CANCELLED);
        }

        @Test
        void areCancelledOnAfterTheProcessWasTold() {
            Object goesOn = new CancellationRequested(PAYMENT, "changed-mind", 2);
            when(Given.CANCELLING.events, giveUp(ProviderOperation.CANCELLATION)).expectEvents(CANCELLED, goesOn);
            when(Given.CANCELLING_CAPTURE.events, giveUp(ProviderOperation.CANCELLATION))
                    .expectEvents(new CaptureRefused(PAYMENT, "provider-silent"), CANCELLED, goesOn);
            when(after(Given.CANCELLING, CANCELLED, goesOn), new ReportCancellation(PAYMENT, true, null))
                    .expectEvents(CANCELLED);
        }

        @Test
        void payBackWhatTheyChargedAfterTheProcessWasTold() {
            when(after(
                    Given.CANCELLING_CAPTURE,
                    new CaptureRefused(PAYMENT, "provider-silent"),
                    CANCELLED,
                    new CancellationRequested(PAYMENT, "changed-mind", 2)),
                    new ReportCancellation(PAYMENT, false, "captured"))
                    .expectEvents(
                            new StrayCaptureFound(PAYMENT, AMOUNT),
                            new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 1));
        }

        @Test
        void areAskedOnAboutARefundThatIsGivenUpAtTheDeadlineAndNeverLetOffAStrayCapture() {
            when(after(Given.CAPTURED, new RefundRequested(PAYMENT, "r1", AMOUNT, 3)), giveUp(ProviderOperation.REFUND))
                    .expectEvents(
                            new RefundRefused(PAYMENT, "r1", AMOUNT, "provider-silent", true),
                            new RefundRequested(PAYMENT, "r1", AMOUNT, 4));
            when(after(
                    Given.CANCELLED,
                    new StrayCaptureFound(PAYMENT, AMOUNT),
                    new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 3)),
                    giveUp(ProviderOperation.REFUND))
                    .expectEvents(
                            new RefundRefused(PAYMENT, "~stray-capture", AMOUNT, "provider-silent", true),
                            new RefundRequested(PAYMENT, "~stray-capture", AMOUNT, 4));
        }
    }
}
