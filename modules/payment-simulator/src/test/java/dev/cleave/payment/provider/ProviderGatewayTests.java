package dev.cleave.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.ReportAuthorisation;
import dev.cleave.payment.charge.steps.ReportCancellation;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.Verdict;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.Reference;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.simulator.SimulatorFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderGatewayTests {

    static final Money AMOUNT = Money.parse("GBP 12.50");

    @TempDir
    private Path folder;

    private SimulatorFixture simulator;
    private final String number = UUID.randomUUID().toString();
    private final PaymentId payment = new PaymentId(number);
    private final List<Object> reported = new ArrayList<>();

    @BeforeEach
    void open() {
        simulator = new SimulatorFixture(folder);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    static ProviderProperties patient(int attempts, Duration callTimeout) {
        return new ProviderProperties(
                callTimeout,
                attempts,
                Duration.ofMillis(1),
                Duration.ofMillis(2500),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(90),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofHours(24));
    }

    private ProviderGateway gateway(PaymentProvider provider, ProviderProperties properties) {
        return new ProviderGateway(provider, new Inquiry(provider, properties), command -> {
            reported.add(command);
            return new Answer.Accepted(null, null, true);
        });
    }

    private ProviderGateway gateway() {
        return gateway(simulator.provider(), patient(3, Duration.ofSeconds(2)));
    }

    private void authorise(String token, int attempt) {
        gateway().on(new AuthorisationRequested(payment, AMOUNT, token, attempt));
    }

    private void capture() {
        gateway().on(new CaptureRequested(payment, AMOUNT, 1));
    }

    private ReportAuthorisation authorised() {
        return new ReportAuthorisation(payment, Verdict.APPROVED, null);
    }

    @Test
    void reportsEachOperation() {
        authorise("tok_ok", 1);
        capture();
        gateway().on(new RefundRequested(payment, "r1", AMOUNT, 1));
        gateway().on(new CancellationRequested(payment, "late", 1));
        assertThat(reported)
                .containsExactly(
                        authorised(),
                        new ReportCapture(payment, Verdict.APPROVED, null),
                        new ReportRefund(payment, "r1", Verdict.APPROVED, null),
                        new ReportCancellation(payment, false, "captured"));
    }

    @Test
    void reportsADecline() {
        authorise("tok_declined", 1);
        assertThat(reported).containsExactly(new ReportAuthorisation(payment, Verdict.DECLINED, "card-declined"));
    }

    @Test
    void findsOutWhatWasChargedBeforeATimeout() {
        authorise("tok_timeout", 1);
        capture();
        assertThat(reported).containsExactly(authorised(), new ReportCapture(payment, Verdict.APPROVED, null));
        assertThat(simulator.ledger(number)).containsExactly("authorisation approved", "capture approved");
    }

    @Test
    void repeatsUnderTheSameReferenceWhatFailed() {
        authorise("tok_flaky", 1);
        assertThat(reported).containsExactly(authorised());
        assertThat(simulator.count(number, "authorisation")).isEqualTo(1);
    }

    @Test
    void leavesWhatIsPendingToTheReport() {
        authorise("tok_late", 1);
        assertThat(reported).isEmpty();
        simulator.pass(Duration.ofSeconds(1));
        simulator.report(report -> Reporting.command(report.reference(), report.answer()).ifPresent(reported::add));
        assertThat(reported).containsExactly(authorised());
    }

    @Test
    void reportsTheSameWhenItIsAnsweredTwice() {
        authorise("tok_twice", 1);
        simulator.report(report -> Reporting.command(report.reference(), report.answer()).ifPresent(reported::add));
        assertThat(reported).containsExactly(authorised(), authorised());
    }

    @Test
    void reportsRefusedCapturesAndRefunds() {
        authorise("tok_capture_declined", 1);
        capture();
        assertThat(reported).endsWith(new ReportCapture(payment, Verdict.DECLINED, "capture-declined"));
    }

    @Test
    void looksUpFirstWhatWasAskedBefore() {
        authorise("tok_ok", 1);
        authorise("tok_ok", 2);
        assertThat(reported).containsExactly(authorised(), authorised());
        assertThat(simulator.ledger(number)).containsExactly("authorisation approved");
    }

    @Test
    void chargesOnceWhenTheEventComesAgainAfterACrash() {
        authorise("tok_ok", 1);
        capture();
        capture();
        assertThat(simulator.count(number, "capture")).isEqualTo(1);
        assertThat(simulator.sum(number, "capture")).isEqualTo(1250);
    }

    @Test
    void isNotHeldUpByASilentProvider() {
        CountDownLatch never = new CountDownLatch(1);
        PaymentProvider silent = new Silent(never);
        long start = System.nanoTime();
        gateway(silent, patient(10, Duration.ofMillis(100))).on(new CaptureRequested(payment, AMOUNT, 1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(reported).isEmpty();
        never.countDown();
    }

    private record Silent(CountDownLatch never) implements PaymentProvider {

        private ProviderAnswer silence() {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ProviderAnswer.APPROVED;
        }

        @Override
        public ProviderAnswer authorise(Reference reference, MinorAmount amount, String token) {
            return silence();
        }

        @Override
        public ProviderAnswer capture(Reference reference, MinorAmount amount) {
            return silence();
        }

        @Override
        public ProviderAnswer cancel(Reference reference) {
            return silence();
        }

        @Override
        public ProviderAnswer refund(Reference reference, MinorAmount amount) {
            return silence();
        }

        @Override
        public ProviderAnswer lookup(Reference reference) {
            return silence();
        }
    }
}
