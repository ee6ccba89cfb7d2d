package dev.cleave.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.ReportCapture;
import dev.cleave.payment.api.ReportRefund;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.test.ContextTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    private final PaymentId payment = new PaymentId(UUID.randomUUID().toString());
    private final JsonMapper json = new JsonMapper();
    private RestTestClient http;

    PaymentContextTests(@Autowired Commands commands, @Autowired MeterRegistry meters) {
        this.commands = commands;
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
        commands.require(new ReportCapture(payment, true, null));

        reaches("needs-attention");
        attentionIsAskedFor(1);
        assertThat(output.getOut().lines().filter(line -> line.contains("Payment " + payment.value() + " needs attention")))
                .singleElement(InstanceOfAssertFactories.STRING).contains("WARN", "Settle it with the provider", "GBP 12.50");

        commands.require(new ReportRefund(payment, "stray-capture", true, null));

        reaches("cancelled");
        attentionIsAskedFor(0);
        refundedBy("12.50");
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
