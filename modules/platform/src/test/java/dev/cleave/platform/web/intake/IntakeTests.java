package dev.cleave.platform.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.placement.Context;
import dev.cleave.platform.processing.Lag;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processor.Kind;
import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import dev.cleave.platform.web.shop.Shop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cleave.data-directory=target/intake-tests/${random.uuid}",
            "cleave.web.max-held-requests=2",
            "cleave.web.patience=3s"
        })
class IntakeTests {

    private static final String THING =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";

    private static final Lag BEHIND = lag(Kind.POLICY, Duration.ofMillis(1_100), true);

    @Autowired
    private Bench bench;

    @Autowired
    private MeterRegistry meters;

    private HttpCaller http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new HttpCaller(port);
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @Test
    void refusesANewProcessThatAPolicyDoesNotGetToWithinItsPatience() {
        bench.lags = List.of(lag(Kind.POLICY, Duration.ZERO, true), BEHIND);
        Reply refused = http.post("/api/shop/things", THING);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("overloaded");
        assertThat(refused.json().get("retryable").booleanValue()).isTrue();
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(bench.created).isEmpty();
    }

    @Test
    void holdsNewProcessesBackUntilThePolicyHasCaughtUp() {
        bench.lags = List.of(BEHIND);
        CompletableFuture<Reply> first = inLine(1);
        CompletableFuture<Reply> second = inLine(2);
        assertThat(bench.created).isEmpty();
        bench.lags = List.of(lag(Kind.POLICY, Duration.ofMillis(900), true));
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(second.join().status()).isEqualTo(201);
    }

    @Test
    void refusesAtOnceWhoFindsTheLineFullAndKeepsWhoWaits() {
        bench.lags = List.of(BEHIND);
        CompletableFuture<Reply> first = inLine(1);
        CompletableFuture<Reply> second = inLine(2);
        assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(503);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        bench.lags = List.of();
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(second.join().status()).isEqualTo(201);
        assertThat(bench.created).hasSize(2);
    }

    @Test
    void freesThePlacesOfThoseWhoHaveWaitedTooLong() {
        bench.lags = List.of(BEHIND);
        CompletableFuture<Reply> first = inLine(1);
        CompletableFuture<Reply> second = inLine(2);
        assertThat(first.join().status()).isEqualTo(503);
        assertThat(second.join().status()).isEqualTo(503);
        CompletableFuture<Reply> third = inLine(1);
        bench.lags = List.of();
        assertThat(third.join().status()).isEqualTo(201);
    }

    @Test
    void servesWhatCarriesAProcessOnMeanwhile() {
        bench.lags = List.of(BEHIND);
        assertThat(http.get("/api/shop/things/t-1").status()).isEqualTo(200);
        assertThat(http.get("/api/shop/things").status()).isEqualTo(200);
        assertThat(http.send("DELETE", "/api/shop/things/t-1", null).status()).isEqualTo(202);
    }

    @Test
    void takesOnWhatItCanWorkOff() {
        bench.lags = List.of(lag(Kind.POLICY, Duration.ofMillis(900), true));
        assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
    }

    @Test
    void takesOnWhatAPolicyThatIsHeldUpWillWorkOffLater() {
        bench.lags = List.of(lag(Kind.POLICY, Duration.ofMinutes(5), false));
        assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
    }

    @Test
    void mindsNoViewOrGatewayThatIsBehind() {
        bench.lags = List.of(lag(Kind.VIEW, Duration.ofMinutes(5), true), lag(Kind.GATEWAY, Duration.ofMinutes(5), true));
        assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
    }

    @Test
    void takesOnNothingWhileNobodyHasWorkedOnAPartOfTheEventsForLongerThanATakeoverTakes() {
        bench.lags = List.of(unowned(Lag.TAKEOVER.plusSeconds(1)));
        Reply refused = http.post("/api/shop/things", THING);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("events-unattended");
        assertThat(refused.json().get("detail").stringValue()).contains("Nobody works on a part of the events",
                "/actuator/processors");
        assertThat(refused.json().get("retryable").booleanValue()).isTrue();
        assertThat(http.get("/api/shop/things").status()).isEqualTo(200);
        assertThat(bench.created).isEmpty();
    }

    @Test
    void takesOnWhatSomebodyWillWorkOffAfterATakeover() {
        bench.lags = List.of(unowned(Lag.TAKEOVER.minusSeconds(1)));
        assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
    }

    private static Lag unowned(Duration time) {
        return new Lag(
                new Processor("shop.seen", Kind.VIEW, new Context("shop", Shop.class)), 0, Duration.ZERO, true, 1, time);
    }

    /** A request that starts a process, once so many wait in line. */
    private CompletableFuture<Reply> inLine(int waiting) {
        CompletableFuture<Reply> reply =
                CompletableFuture.supplyAsync(() -> http.post("/api/shop/things", THING), Thread::startVirtualThread);
        Awaitility.await().until(() -> meters.get("cleave.requests.held").gauge().value() == waiting);
        return reply;
    }

    private static Lag lag(Kind kind, Duration time, boolean moving) {
        return new Lag(new Processor("shop.selling", kind, new Context("shop", Shop.class)), 1_000, time, moving, 0,
                Duration.ZERO);
    }
}
