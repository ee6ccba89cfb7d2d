package dev.cleave.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.HttpRoom.MovableClock;
import dev.cleave.platform.web.shop.Bench;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cleave.data-directory=target/idempotency-tests/${random.uuid}",
            "cleave.web.idempotency-wait=3s",
            "cleave.web.idempotency-purge-interval=1h"
        })
class IdempotencyTests {

    private static final String PATH = "/api/shop/things";
    private static final String CUP =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";
    private static final String MUG = CUP.replace("cup", "mug");

    @Autowired
    private Bench bench;

    @Autowired
    private MovableClock clock;

    @Autowired
    private IdempotencyKeys keys;

    private HttpCaller http;
    private JdbcClient jdbc;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void connect(@LocalServerPort int port, @Autowired DataStores stores) {
        http = new HttpCaller(port);
        jdbc = stores.ofContext("shop").jdbc();
    }

    @AfterEach
    void clear() {
        bench.clear();
        jdbc.sql("DELETE FROM idempotent_request").update();
    }

    @Test
    void givesTheSameAnswerAgainAndDoesNothingTwice() {
        Reply first = post(CUP);
        Reply second = post(CUP);
        assertThat(first.status()).isEqualTo(201);
        assertSame(first, second);
        assertThat(bench.created).hasSize(1);
        assertThat(first.header("Location")).isEqualTo(PATH + "/" + bench.created.getFirst());
    }

    @Test
    void answersARequestWithoutABodyAgain() {
        for (int i = 0; i < 2; i++) {
            Reply reply = http.send("DELETE", PATH + "/t-1", null, "Idempotency-Key", key);
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void refusesTheKeyForAnotherBodyOrQuery() {
        post(CUP);
        assertThat(code(post(MUG), 422)).isEqualTo("idempotency-key-reused");
        assertThat(code(http.post(PATH + "?x=1", CUP, "Idempotency-Key", key), 422)).isEqualTo("idempotency-key-reused");
        assertThat(bench.created).hasSize(1);
    }

    @Test
    void takesTheKeyOnAnotherPathOrMethodForAnotherRequest() {
        post(CUP);
        assertThat(http.send("PUT", PATH + "/t-1", null, "Idempotency-Key", key).status()).isEqualTo(204);
        assertThat(http.send("PUT", PATH + "/t-2", null, "Idempotency-Key", key).status()).isEqualTo(204);
        assertThat(http.send("DELETE", PATH + "/t-2", null, "Idempotency-Key", key).status()).isEqualTo(202);
        assertThat(new HashSet<>(bench.created)).hasSize(5);
    }

    @Test
    void worksOnceForTwinsThatArriveAtOnce() throws InterruptedException {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        bench.handler = () -> {
            working.countDown();
            return uninterrupted(finish);
        };
        List<CompletableFuture<Reply>> twins = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twins.add(http.postLater(PATH, CUP, "Idempotency-Key", key));
        }
        assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
        finish.countDown();
        Reply first = twins.getFirst().join();
        assertThat(first.status()).isEqualTo(201);
        twins.forEach(twin -> assertSame(first, twin.join()));
        assertThat(bench.created).hasSize(1);
    }

    @Test
    void wakesATwinPromptlyWhenTheAnswerIsThere() throws InterruptedException {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        bench.handler = () -> {
            working.countDown();
            return uninterrupted(finish);
        };
        CompletableFuture<Reply> first = http.postLater(PATH, CUP, "Idempotency-Key", key);
        assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Reply> twin = http.postLater(PATH, CUP, "Idempotency-Key", key);
        finish.countDown();
        assertThat(twin.orTimeout(2_500, TimeUnit.MILLISECONDS).join().status()).isEqualTo(201);
        assertSame(first.join(), twin.join());
    }

    @Test
    void letsATwinWaitForALimitedTimeOnly() throws InterruptedException {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        bench.handler = () -> {
            working.countDown();
            return uninterrupted(finish);
        };
        CompletableFuture<Reply> first = http.postLater(PATH, CUP, "Idempotency-Key", key);
        assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
        Reply twin = post(CUP);
        assertThat(code(twin, 409)).isEqualTo("request-in-progress");
        assertThat(twin.header("Retry-After")).isEqualTo("1");
        assertThat(code(post(MUG), 422)).isEqualTo("idempotency-key-reused");
        finish.countDown();
        assertSame(first.join(), post(CUP));
        assertThat(bench.created).hasSize(1);
    }

    @Test
    void sendsTheSameCommandAgainAfterACrashOnceTheClaimHasRunOut() {
        Reply before = post(CUP);
        jdbc.sql("UPDATE idempotent_request SET status = NULL, location = NULL, answer = NULL, claimed_until = ?")
                .param(OffsetDateTime.now(clock).plusSeconds(25))
                .update();

        assertThat(code(post(CUP), 409)).isEqualTo("request-in-progress");
        assertThat(bench.created).hasSize(1);

        clock.advance(Duration.ofSeconds(26));
        assertSame(before, post(CUP));
        assertThat(bench.created).hasSize(2);
        assertThat(new HashSet<>(bench.created)).hasSize(1);
        assertThat(new HashSet<>(bench.commands)).hasSize(1);
    }

    @Test
    void keepsNoAnswerThatMayChange() {
        List<Supplier<Object>> passing = List.of(
                () -> {
                    throw new CommandNotAnswered(CommandNotAnswered.Fate.UNKNOWN, "lost", null);
                },
                () -> {
                    throw new FailureException(failure(FailureKind.UNAVAILABLE, false));
                },
                () -> {
                    throw new FailureException(failure(FailureKind.THROTTLED, false));
                },
                () -> {
                    throw new FailureException(failure(FailureKind.CONFLICT, true));
                },
                () -> {
                    throw new IllegalStateException("bug");
                });
        for (Supplier<Object> mishap : passing) {
            bench.handler = mishap;
            assertThat(post(CUP).status()).isIn(409, 429, 500, 503);
        }
        bench.handler = null;
        assertThat(post(CUP).status()).isEqualTo(201);
        assertThat(bench.created).hasSize(6);
        assertThat(new HashSet<>(bench.created)).as("the identity stays").hasSize(1);
        assertThat(new HashSet<>(bench.commands)).hasSize(1);
    }

    @Test
    void keepsARefusalThatTheSameRequestWouldMeetAgain() {
        for (FailureKind kind : List.of(FailureKind.CONFLICT, FailureKind.RULE, FailureKind.UNKNOWN)) {
            String own = key + kind;
            bench.handler = () -> {
                throw new FailureException(failure(kind, false));
            };
            Reply refused = http.post(PATH, CUP, "Idempotency-Key", own);
            assertThat(code(refused, kind.status())).isEqualTo("shelf-full");
            bench.handler = null;
            assertSame(refused, http.post(PATH, CUP, "Idempotency-Key", own));
        }
    }

    @Test
    void letsAMalformedRequestBeCorrected() {
        assertThat(code(post(CUP.replace(":3", ":-3")), 400)).isEqualTo("malformed-request");
        assertThat(post(CUP).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ä", "a\tb"})
    void refusesAMalformedKey(String malformed) {
        String answer =
                http.raw(
                        "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + CUP.length() + "\r\nIdempotency-Key: " + malformed + "\r\n\r\n" + CUP);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"malformed-idempotency-key\"");
        assertThat(bench.created).isEmpty();
    }

    @Test
    void refusesALongKeyAndTwoKeys() {
        assertThat(code(http.post(PATH, CUP, "Idempotency-Key", "k".repeat(256)), 400)).isEqualTo("malformed-idempotency-key");
        assertThat(code(http.post(PATH, CUP, "Idempotency-Key", "a", "Idempotency-Key", "b"), 400))
                .isEqualTo("malformed-idempotency-key");
        assertThat(http.post(PATH, CUP, "Idempotency-Key", "k".repeat(255)).status()).isEqualTo(201);
    }

    @Test
    void forgetsAKeyWhenItExpires() {
        post(CUP);
        clock.advance(Duration.ofHours(25));
        assertThat(post(MUG).status()).isEqualTo(201);
        assertThat(new HashSet<>(bench.created)).hasSize(2);
        assertThat(rows()).isEqualTo(1);

        clock.advance(Duration.ofHours(25));
        keys.purge();
        assertThat(rows()).isZero();
    }

    @Test
    void purgesMoreThanOneBatchAndNothingThatIsAlive() {
        post(CUP);
        for (int i = 0; i < 1_201; i++) {
            jdbc.sql("INSERT INTO idempotent_request (request, fingerprint, identity, expires_at) VALUES (?, 'f', 'i', ?)")
                    .params("r" + i, OffsetDateTime.now(clock).minusSeconds(1))
                    .update();
        }
        keys.purge();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfARequestWithoutAKeyOrThatChangesNothing() {
        assertThat(http.post(PATH, CUP).status()).isEqualTo(201);
        assertThat(http.send("GET", PATH, null, "Idempotency-Key", key).status()).isEqualTo(200);
        assertThat(http.post("/api/elsewhere/things", CUP, "Idempotency-Key", key).status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void givesOutDifferentIdentifiersWithinOneRequest() {
        http.send("PUT", PATH + "/t-1", null, "Idempotency-Key", key);
        assertThat(new HashSet<>(bench.created)).hasSize(2);
        assertThat(bench.created).allSatisfy(id -> assertThat(UUID.fromString(id)).hasToString(id));
    }

    @Test
    void keepsNoBodyOfARequest() {
        post(CUP.replace("cup", "Jane Doe"));
        Map<String, Object> row =
                jdbc.sql("SELECT request, fingerprint, identity, location, content_type FROM idempotent_request")
                        .query()
                        .singleRow();
        assertThat(row.values()).noneSatisfy(value -> assertThat(String.valueOf(value)).contains("Jane"));
    }

    @Test
    void erasesWhatAnAnswerSaidAndStillDoesNothingTwice() {
        post(CUP.replace("cup", "Jane Doe"));
        http.post(PATH, CUP, "Idempotency-Key", key + "2");
        StoredAnswers answers = new ContextStoredAnswers(() -> keys.of("shop").orElseThrow());

        assertThat(answers.erase("Jane Doe")).isEqualTo(1);
        assertThat(answers.erase("Jane Doe")).isZero();

        Reply again = post(CUP.replace("cup", "Jane Doe"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEmpty();
        assertThat(http.post(PATH, CUP, "Idempotency-Key", key + "2").body()).contains("cup");
        assertThat(bench.created).hasSize(2);
    }

    @Test
    void takesARequestOfAnotherProcessForOneInProgress() {
        post(CUP);
        jdbc.sql("UPDATE idempotent_request SET status = NULL, claimed_until = ?")
                .param(OffsetDateTime.now(clock).plusSeconds(25))
                .update();
        CompletableFuture<Reply> twin = http.postLater(PATH, CUP, "Idempotency-Key", key);
        await().during(Duration.ofMillis(150)).until(() -> !twin.isDone());
        jdbc.sql("UPDATE idempotent_request SET status = 201, claimed_until = NULL").update();
        assertThat(twin.join().status()).isEqualTo(201);
        assertThat(bench.created).hasSize(1);
    }

    private Reply post(String body) {
        return http.post(PATH, body, "Idempotency-Key", key);
    }

    private int rows() {
        return jdbc.sql("SELECT COUNT(*) FROM idempotent_request").query(Integer.class).single();
    }

    private static Failure failure(FailureKind kind, boolean retryable) {
        return new Failure("shelf-full", kind, "The shelf is full.", Map.of(), retryable);
    }

    private static String code(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.json().get("code").stringValue();
    }

    private static void assertSame(Reply one, Reply other) {
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(other.body()).isEqualTo(one.body());
        assertThat(other.header("Location")).isEqualTo(one.header("Location"));
        assertThat(other.header("Content-Type")).isEqualTo(one.header("Content-Type"));
    }

    private static Object uninterrupted(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
