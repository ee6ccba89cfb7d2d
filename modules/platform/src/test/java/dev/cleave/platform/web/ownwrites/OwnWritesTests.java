package dev.cleave.platform.web.ownwrites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cleave.data-directory=target/own-writes-tests/${random.uuid}", "cleave.web.own-write-timeout=2s"})
class OwnWritesTests {

    @Autowired
    private Bench bench;

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
    void answersAtOnceWhenTheViewKnowsAlready() {
        Reply reply = http.send("PUT", "/api/shop/things/t-1", null);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Cleave-View")).isNull();
    }

    @Test
    void answersWhenTheViewHasCaughtUp() {
        bench.versionInView = 2;
        CompletableFuture<Reply> reply =
                CompletableFuture.supplyAsync(() -> http.send("PUT", "/api/shop/things/t-1", null));
        await().during(Duration.ofMillis(100)).until(() -> !reply.isDone());
        bench.versionInView = 3;
        assertThat(reply.join().header("Cleave-View")).isNull();
        assertThat(reply.join().status()).isEqualTo(204);
    }

    @Test
    void saysThatTheViewIsBehindWhenItTakesTooLong() {
        bench.versionInView = 2;
        Reply reply = http.send("PUT", "/api/shop/things/t-1", null, "Idempotency-Key", "behind");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Cleave-View")).isEqualTo("behind");
    }

    @Test
    void isWokenByACommitOfItsOwnAggregate() {
        ViewProgress progress = new ViewProgress(Duration.ofHours(1), Duration.ofHours(1));
        AtomicBoolean reached = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        List<CompletableFuture<Boolean>> waiting = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> progress.await("shop", "t-" + i % 7, Duration.ofSeconds(30), () -> {
                            looks.incrementAndGet();
                            return reached.get();
                        }),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        await().until(() -> looks.get() == 100);
        progress.committed("elsewhere", Set.of("t-0"));
        progress.committed("shop", Set.of("t-7"));
        assertThat(looks).hasValue(100);

        reached.set(true);
        progress.committed("shop", Set.of("t-0", "t-1", "t-2", "t-3", "t-4", "t-5", "t-6"));
        assertThat(waiting).allSatisfy(wait -> assertThat(wait.join()).isTrue());
        assertThat(looks).hasValue(200);
    }

    @Test
    void looksNowAndThenAndNotAllTheTime() {
        AtomicInteger looks = new AtomicInteger();
        boolean reached = new ViewProgress().await("shop", "t-1", Duration.ofMillis(500), () -> {
            looks.incrementAndGet();
            return false;
        });
        assertThat(reached).isFalse();
        assertThat(looks.get()).isBetween(2, 12);
    }
}
