package dev.cleave.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.ProviderReport;
import dev.cleave.payment.port.Reference;
import dev.cleave.payment.provider.PaymentProviderContract;
import dev.cleave.platform.web.paging.Paging;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedProviderTests extends PaymentProviderContract {

    private static final MinorAmount AMOUNT = new MinorAmount(1250, "GBP");

    @TempDir
    private Path folder;

    private SimulatorFixture simulator;
    private final String number = UUID.randomUUID().toString();
    private final PaymentId payment = new PaymentId(number);
    private final List<ProviderReport> reports = new ArrayList<>();

    @BeforeEach
    void open() {
        simulator = new SimulatorFixture(folder);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Override
    protected PaymentProvider provider() {
        return simulator.provider();
    }

    @Override
    protected String approved() {
        return "tok_ok";
    }

    @Override
    protected String declined() {
        return "tok_declined";
    }

    private ProviderAnswer authorise(String token) {
        return provider().authorise(Reference.authorisation(payment), AMOUNT, token);
    }

    private ProviderAnswer capture() {
        return provider().capture(Reference.capture(payment), AMOUNT);
    }

    @Test
    void declinesTokensThatItDoesNotKnow() {
        assertThat(authorise("4111111111111111")).isEqualTo(ProviderAnswer.declined("unknown-token"));
    }

    @Test
    void chargesAndThenTimesOut() {
        assertThat(authorise("tok_timeout")).isEqualTo(ProviderAnswer.UNKNOWN);
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(capture()).isEqualTo(ProviderAnswer.UNKNOWN);
        assertThat(capture()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(simulator.ledger(number))
                .containsExactly("authorisation approved", "capture approved", "capture repeated");
        assertThat(simulator.sum(number, "capture")).isEqualTo(1250);
        assertThat(simulator.books().entries(number, 0, 10))
                .extracting(Books.Entry::answered)
                .containsExactly(false, false, true);
    }

    @Test
    void failsTwiceOnEachQuestionAndThenWorks() {
        assertThat(authorise("tok_flaky")).isEqualTo(ProviderAnswer.UNKNOWN);
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.NEVER_HEARD);
        reopen();
        assertThat(authorise("tok_flaky")).isEqualTo(ProviderAnswer.UNKNOWN);
        assertThat(authorise("tok_flaky")).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(simulator.ledger(number))
                .containsExactly("authorisation failed", "authorisation failed", "authorisation approved");
    }

    @Test
    void answersTwice() {
        assertThat(authorise("tok_twice")).isEqualTo(ProviderAnswer.APPROVED);
        simulator.report(reports::add);
        assertThat(reports)
                .containsExactly(new ProviderReport(Reference.authorisation(payment), ProviderAnswer.APPROVED));
    }

    @Test
    void decidesLater() {
        assertThat(authorise("tok_late")).isEqualTo(ProviderAnswer.PENDING);
        simulator.report(reports::add);
        assertThat(reports).isEmpty();
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.PENDING);
        assertThat(simulator.sum(number, "authorisation")).isZero();

        reopen();
        simulator.pass(Duration.ofSeconds(1));
        simulator.report(reports::add);
        assertThat(reports)
                .containsExactly(new ProviderReport(Reference.authorisation(payment), ProviderAnswer.APPROVED));
        assertThat(provider().lookup(Reference.authorisation(payment))).isEqualTo(ProviderAnswer.APPROVED);

        assertThat(capture()).isEqualTo(ProviderAnswer.PENDING);
        simulator.pass(Duration.ofSeconds(1));
        simulator.report(reports::add);
        assertThat(simulator.sum(number, "capture")).isEqualTo(1250);
    }

    @Test
    void cancelsWhatItWasStillToDecide() {
        authorise("tok_late");
        assertThat(provider().cancel(Reference.cancellation(payment))).isEqualTo(ProviderAnswer.APPROVED);
        simulator.pass(Duration.ofSeconds(1));
        simulator.report(reports::add);
        assertThat(reports)
                .containsExactly(
                        new ProviderReport(Reference.authorisation(payment), ProviderAnswer.declined("cancelled")));
        assertThat(capture()).isEqualTo(ProviderAnswer.declined("cancelled"));
    }

    @Test
    void reportsAgainUntilTheShopHasHeard() {
        authorise("tok_twice");
        simulator.report(report -> {
            throw new IllegalStateException("The shop is closed");
        });
        simulator.report(reports::add);
        assertThat(reports).isEmpty();
        simulator.pass(Duration.ofSeconds(1));
        simulator.report(reports::add);
        assertThat(reports).hasSize(1);
    }

    @Test
    void refusesTheCaptureOrTheRefundByToken() {
        authorise("tok_capture_declined");
        assertThat(capture()).isEqualTo(ProviderAnswer.declined("capture-declined"));

        PaymentId other = new PaymentId(UUID.randomUUID().toString());
        provider().authorise(Reference.authorisation(other), AMOUNT, "tok_refund_declined");
        provider().capture(Reference.capture(other), AMOUNT);
        assertThat(provider().refund(Reference.refund(other, "r1"), AMOUNT))
                .isEqualTo(ProviderAnswer.declined("refund-declined"));
    }

    @Test
    void keepsItsLedgerWhenItIsStartedAgain() {
        authorise("tok_ok");
        capture();
        reopen();
        assertThat(capture()).isEqualTo(ProviderAnswer.APPROVED);
        assertThat(simulator.ledger(number))
                .containsExactly("authorisation approved", "capture approved", "capture repeated");
    }

    @Test
    void addsUpWhatTookEffect() {
        authorise("tok_ok");
        capture();
        provider().refund(Reference.refund(payment, "r1"), new MinorAmount(250, "GBP"));
        PaymentId yen = new PaymentId(UUID.randomUUID().toString());
        provider().authorise(Reference.authorisation(yen), new MinorAmount(1250, "JPY"), "tok_ok");
        provider().cancel(Reference.cancellation(yen));

        LedgerController ledger = new LedgerController(simulator.books());
        LedgerController.Ledger first = ledger.read(null, Paging.of(null, "2"));
        assertThat(first.items()).hasSize(2);
        assertThat(first.totals())
                .containsExactly(
                        new LedgerController.Totals(
                                "GBP", gbp("12.50"), gbp("12.50"), gbp("0.00"), gbp("2.50"), gbp("0.00"), 1, 1),
                        new LedgerController.Totals("JPY", yen(1250), yen(0), yen(1250), yen(0), yen(0), 0, 0));
        LedgerController.Ledger rest = ledger.read(null, Paging.of(first.next(), null));
        assertThat(rest.items()).hasSize(3).extracting(Books.Entry::kind)
                .containsExactly("refund", "authorisation", "cancellation");
        assertThat(rest.next()).isNull();
        assertThat(rest.totals()).isNull();
        assertThat(ledger.read(number + "/capture", Paging.of(null, null)).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).isEqualTo(gbp("12.50")));
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }

    private static Money yen(int amount) {
        return Money.parse("JPY " + amount);
    }

    private void reopen() {
        simulator.close();
        simulator = new SimulatorFixture(folder);
    }
}
