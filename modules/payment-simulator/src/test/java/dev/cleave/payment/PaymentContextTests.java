package dev.cleave.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.EraseSettlementWords;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.Verdict;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.test.ContextTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ContextTest({"cleave.payment.simulator.lateness=200ms", "cleave.payment.provider.ask-again-after=30s",
    "cleave.metrics.interval=100ms"})
@ExtendWith(OutputCaptureExtension.class)
class PaymentContextTests {

    private static final Money AMOUNT = Money.parse("GBP 12.50");

    private final Commands commands;
    private final MeterRegistry meters;
    private final EventStore events;
    private final PaymentId payment = new PaymentId(UUID.randomUUID().toString());
    private final JsonMapper json = new JsonMapper();
    private RestTestClient http;

    PaymentContextTests(@Autowired Commands commands, @Autowired MeterRegistry meters,
            @Autowired EventStore events) {
        this.commands = commands;
        this.events = events;
        this.meters = meters;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private JsonNode get(String path) {
        byte[] body = http.get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return json.readTree(body);
    }

    private void reaches(String status) {
        await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> assertThat(
                get("/api/payment/payments/" + payment.value()).path("status").asString())
                .isEqualTo(status));
    }

    private void refundedBy(String amount) {
        await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> assertThat(
                get("/api/payment/payments/" + payment.value()).path("refunded").path("amount").asString())
                .isEqualTo(amount));
    }

    private List<String> ledger() {
        return get("/simulator/ledger?reference=" + payment.value()).path("items").valueStream()
                .map(entry -> entry.path("kind").asString() + " " + entry.path("outcome").asString())
                .toList();
    }

    private void authorise(String token) {
        commands.require(new AuthorisePayment(payment, AMOUNT, token));
    }

    @ParameterizedTest
    @CsvSource({
        "tok_ok, authorised",
        "tok_timeout, authorised",
        "tok_flaky, authorised",
        "tok_twice, authorised",
        "tok_late, authorised",
        "tok_declined, declined",
        "tok_from_elsewhere, declined"
    })
    void findsOutWhateverTheProviderDoes(String token, String status) {
        authorise(token);
        reaches(status);
    }

    @Test
    void chargesAndPaysBack() {
        authorise("tok_ok");
        reaches("authorised");
        commands.require(new CapturePayment(payment));
        reaches("captured");
        commands.require(new RefundPayment(payment, "r1", Money.parse("GBP 2.50")));
        refundedBy("2.50");

        JsonNode shown = get("/api/payment/payments/" + payment.value());
        assertThat(shown.path("paymentId").asString()).isEqualTo(payment.value());
        assertThat(shown.path("amount").path("amount").asString()).isEqualTo("12.50");
        assertThat(shown.path("captured").path("currency").asString()).isEqualTo("GBP");
        assertThat(shown.path("history").valueStream().map(step -> step.path("what").asString()))
                .containsExactly(
                        "authorisation-requested",
                        "authorised",
                        "capture-requested",
                        "captured",
                        "refund-requested",
                        "refunded");
        assertThat(ledger()).containsExactly("authorisation approved", "capture approved", "refund approved");
        JsonNode totals = get("/simulator/ledger?reference=" + payment.value()).path("totals").path(0);
        assertThat(totals.path("captured").path("amount").asString()).isEqualTo("12.50");
    }

    @Test
    void refusesTheCaptureThatTheProviderRefusesAndGivesTheRestUp() {
        authorise("tok_capture_declined");
        reaches("authorised");
        commands.require(new CapturePayment(payment));
        reaches("capture-refused");
        commands.require(new CancelPayment(payment, "charge-refused"));
        reaches("cancelled");
        assertThat(ledger()).containsExactly("authorisation approved", "capture declined", "cancellation approved");
    }

    @Test
    void chargesNothingAfterACancellationInAdvance() {
        commands.require(new CancelPayment(payment, "changed-mind"));
        authorise("tok_ok");
        reaches("cancelled");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void raisesAnAlarmUntilAStrayChargeThatIsNotPaidBackIsSettled(CapturedOutput output) {
        authorise("tok_declined");
        reaches("declined");
        commands.require(new ReportCapture(payment, Verdict.APPROVED, null));

        reaches("needs-attention");
        attentionIsAskedFor(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("Payment " + payment.value() + " needs attention")))
                .singleElement(InstanceOfAssertFactories.STRING).contains("WARN", "Settle it with the provider", "GBP 12.50");

        commands.require(new ReportRefund(payment, "~stray-capture", Verdict.APPROVED, null));

        reaches("cancelled");
        attentionIsAskedFor(0);
        refundedBy("12.50");
    }

    private RestTestClient.ResponseSpec settle(String body) {
        return http.post()
                .uri("/api/payment/payments/" + payment.value() + "/settlement")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<String> history() {
        return get("/api/payment/payments/" + payment.value()).path("history").valueStream()
                .map(step -> step.path("what").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"tok_lapses, lapsed", "tok_voided, voided"})
    void losesWhatTheProviderLetsGoAndChargesNothing(String token, String reason) {
        authorise(token);
        reaches("authorisation-lost");
        assertThat(get("/api/payment/payments/" + payment.value()).path("history").path(2).path("reason").asString())
                .isEqualTo(reason);
        commands.require(new CapturePayment(payment));
        commands.require(new CancelPayment(payment, "authorisation-lost"));
        reaches("cancelled");
        assertThat(ledger())
                .containsExactly("authorisation approved", "authorisation undone", "cancellation approved");
        assertThat(get("/simulator/ledger?reference=" + payment.value()).path("totals").path(0).path("held").path("amount")
                .asString()).isEqualTo("0.00");
    }

    @Test
    void refusesTheCaptureOfWhatLapsedWithoutAWord() {
        authorise("tok_lapses_silently");
        reaches("authorised");
        await().atMost(Duration.ofSeconds(25)).until(() -> ledger().contains("authorisation undone"));
        commands.require(new CapturePayment(payment));
        reaches("capture-refused");
    }

    @Test
    void needsAPersonForARefundThatCameBackUntilTheySettleIt() {
        authorise("tok_refund_fails");
        reaches("authorised");
        commands.require(new CapturePayment(payment));
        reaches("captured");
        settle("{\"outcome\":\"taken\",\"reason\":\"too early\"}").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.code").isEqualTo("nothing-to-settle");
        commands.require(new RefundPayment(payment, "r1", Money.parse("GBP 2.50")));
        reaches("needs-attention");

        JsonNode shown = get("/api/payment/payments/" + payment.value());
        assertThat(shown.path("toSettle").valueStream().map(JsonNode::asString)).containsExactly("r1");
        assertThat(shown.path("refunded").isNull()).isTrue();
        assertThat(ledger())
                .containsExactly("authorisation approved", "capture approved", "refund approved", "refund undone");
        assertThat(get("/api/payment/payments?status=needs-attention").path("items").valueStream()
                .map(item -> item.path("paymentId").asString())).contains(payment.value());
        attentionIsAskedFor(1);

        String settlement = "{\"outcome\":\"not-taken\",\"reason\":\"sent to Ada by bank\",\"by\":\"Charles\"}";
        for (int i = 0; i < 2; i++) {
            settle(settlement).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("captured");
        }
        settle("{\"outcome\":\"taken\",\"reason\":\"other words\"}").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.code").isEqualTo("settled-otherwise");

        JsonNode settled = get("/api/payment/payments/" + payment.value()).path("history").path(7);
        assertThat(settled.path("what").asString()).isEqualTo("settled");
        assertThat(settled.path("outcome").asString()).isEqualTo("not-taken");
        assertThat(settled.path("reason").asString()).isEqualTo("sent to Ada by bank");
        assertThat(settled.path("by").asString()).isEqualTo("Charles");
        assertThat(history()).hasSize(8);
        attentionIsAskedFor(0);
        events.readEvents(payment.toString())
                .forEachRemaining(event -> assertThat(event.getPayload().toString()).doesNotContain("Ada", "Charles"));

        commands.require(new EraseSettlementWords(payment));
        JsonNode erased = get("/api/payment/payments/" + payment.value()).path("history").path(7);
        assertThat(erased.path("outcome").asString()).isEqualTo("not-taken");
        assertThat(erased.has("reason")).isFalse();
        assertThat(erased.has("by")).isFalse();
    }

    @Test
    void needsAPersonForAChargeThatWasTakenBack() {
        authorise("tok_charged_back");
        reaches("authorised");
        commands.require(new CapturePayment(payment));
        reaches("needs-attention");
        assertThat(get("/api/payment/payments/" + payment.value()).path("captured").isNull()).isTrue();
        settle("{\"outcome\":\"not-taken\",\"reason\":\"written off\"}").expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("capture-undone");
    }

    @ParameterizedTest
    @CsvSource(value = {
        "{}; 400",
        "{'outcome':'maybe','reason':'x'}; 400",
        "{'outcome':'taken'}; 400",
        "{'outcome':'taken','reason':'x'}; 404"
    }, quoteCharacter = '|', delimiter = ';')
    void refusesASettlementThatMakesNoSense(String body, int status) {
        settle(body.replace('\'', '"')).expectStatus().isEqualTo(status);
    }

    @Test
    void listsPaymentsPageByPage() {
        authorise("tok_ok");
        reaches("authorised");
        PaymentId other = new PaymentId(UUID.randomUUID().toString());
        commands.require(new AuthorisePayment(other, AMOUNT, "tok_ok"));
        await().atMost(Duration.ofSeconds(25)).until(
                () -> get("/api/payment/payments?status=authorised&limit=500").toString().contains(other.value()));
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/payment/payments?status=authorised&sequence=newest&limit=1"
                    + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items").forEach(item -> seen.add(item.path("paymentId").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(other.value(), payment.value());
        for (String wrong : List.of("status=paid", "sequence=sideways", "after=xyz", "limit=0")) {
            http.get().uri("/api/payment/payments?" + wrong).exchange().expectStatus().isBadRequest();
        }
    }

    private void attentionIsAskedFor(int payments) {
        await().atMost(Duration.ofSeconds(25)).untilAsserted(
                () -> assertThat(meters.get("cleave.payment.needs-attention").gauge().value()).isEqualTo(payments));
    }

    @Test
    void doesNotKnowWhatWasNeverAskedFor() {
        http.get()
                .uri("/api/payment/payments/nobody")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("payment-unknown");
    }

    @Test
    void turnsAwayReportsThatTheProviderDidNotSign() {
        authorise("tok_declined");
        reaches("declined");
        for (String signature : List.of("", "t=1,v1=" + "0".repeat(64))) {
            http.post()
                    .uri("/api/payment/provider-events")
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Simulator-Signature", signature)
                    .body("{\"id\":\"1\",\"reference\":\"" + payment.value() + "/authorisation\",\"outcome\":\"approved\"}")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("report-not-signed");
        }
        assertThat(get("/api/payment/payments/" + payment.value()).path("status").asString()).isEqualTo("declined");
    }
}
