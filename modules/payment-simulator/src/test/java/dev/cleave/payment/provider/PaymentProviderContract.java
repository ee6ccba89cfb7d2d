package dev.cleave.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.ProviderAnswer.Approved;
import dev.cleave.payment.port.ProviderAnswer.Declined;
import dev.cleave.payment.port.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every adapter to a payment provider must do. */
public abstract class PaymentProviderContract {

    private static final MinorAmount AMOUNT = new MinorAmount(1250, "GBP");

    private final PaymentId payment = new PaymentId(UUID.randomUUID().toString());

    protected abstract PaymentProvider provider();

    /** A token with which everything is approved at once. */
    protected abstract String approved();

    /** A token with which an authorisation is declined at once. */
    protected abstract String declined();

    private ProviderAnswer authorise() {
        return provider().authorise(Reference.authorisation(payment), AMOUNT, approved());
    }

    private ProviderAnswer capture() {
        return provider().capture(Reference.capture(payment), AMOUNT);
    }

    private ProviderAnswer cancel() {
        return provider().cancel(Reference.cancellation(payment));
    }

    private ProviderAnswer refund(String refund, long minor) {
        return provider().refund(Reference.refund(payment, refund), new MinorAmount(minor, "GBP"));
    }

    @Test
    void answersARepeatedQuestionAsTheFirstTime() {
        assertThat(authorise()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(authorise()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(capture()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(capture()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(refund("r1", 500)).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(refund("r1", 500)).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(refund("r2", 750)).isEqualTo(ProviderAnswer.APPROVED);
    }

    @Test
    void declinesForGood() {
        Reference reference = Reference.authorisation(payment);
        ProviderAnswer first = provider().authorise(reference, AMOUNT, declined());
        assertThat(first).isInstanceOf(Declined.class);
        assertThat(provider().authorise(reference, AMOUNT, declined())).isEqualTo(first);
        assertThat(provider().lookup(reference)).isEqualTo(first);
        assertThat(capture()).isInstanceOf(Declined.class);
    }

    @Test
    void doesNotTakeAReferenceForAnotherAmount() {
        authorise();
        assertThat(provider().authorise(Reference.authorisation(payment), new MinorAmount(9999, "GBP"), approved()))
                .isNotInstanceOf(Approved.class);
        assertThat(capture()).isEqualTo(ProviderAnswer.APPROVED);
    }

    @Test
    void capturesNothingThatWasNotAuthorised() {
        assertThat(capture()).isInstanceOf(Declined.class);
    }

    @Test
    void capturesNothingThatWasCancelled() {
        authorise();
        assertThat(cancel()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(cancel()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(capture()).isInstanceOf(Declined.class);
    }

    @Test
    void remembersACancellationOfWhatItHasNeverHeardOf() {
        assertThat(cancel()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(authorise()).isEqualTo(ProviderAnswer.declined(Declined.CANCELLED));
        assertThat(capture()).isInstanceOf(Declined.class);
    }

    @Test
    void saysThatItIsTooLateToCancelWhatIsCaptured() {
        authorise();
        capture();
        assertThat(cancel()).isEqualTo(ProviderAnswer.declined(Declined.CAPTURED));
        assertThat(refund("r1", 1250)).isEqualTo(ProviderAnswer.APPROVED);
    }

    @Test
    void refundsNoMoreThanWasCaptured() {
        assertThat(refund("early", 100)).isInstanceOf(Declined.class);
        authorise();
        capture();
        assertThat(refund("r1", 1000)).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(refund("r2", 251)).isInstanceOf(Declined.class);
        assertThat(refund("r3", 250)).isEqualTo(ProviderAnswer.APPROVED);
    }

    @Test
    void knowsWhatBecameOfAReference() {
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.NEVER_HEARD);
        authorise();
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(provider().lookup(Reference.capture(payment))).isEqualTo(ProviderAnswer.NEVER_HEARD);
    }

    @RepeatedTest(10)
    void letsOneOfCaptureAndCancellationWin() throws Exception {
        authorise();
        List<ProviderAnswer> answers = atOnce(this::capture, this::cancel, this::capture, this::cancel);
        assertThat(answers.get(0)).isEqualTo(answers.get(2));
        assertThat(answers.get(1)).isEqualTo(answers.get(3));
        assertThat(answers.get(0) instanceof Approved).isNotEqualTo(answers.get(1) instanceof Approved);
    }

    @RepeatedTest(10)
    void leavesNothingToCaptureWhenAuthorisedAndCancelledAtOnce() throws Exception {
        List<ProviderAnswer> answers = atOnce(this::authorise, this::cancel, this::authorise);
        assertThat(answers.get(1)).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(capture()).isInstanceOf(Declined.class);
    }

    @SafeVarargs
    private static List<ProviderAnswer> atOnce(Supplier<ProviderAnswer>... questions) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ProviderAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Supplier<ProviderAnswer> question : questions) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return question.get();
                }));
            }
            start.countDown();
        }
        List<ProviderAnswer> all = new ArrayList<>();
        for (Future<ProviderAnswer> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
