package dev.cleave.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.web.HttpRoom.MovableClock;
import dev.cleave.platform.web.idempotency.IdempotentRequests.Claim;
import dev.cleave.platform.web.idempotency.IdempotentRequests.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

abstract class IdempotentRequestsContract {

    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration EXPIRY = Duration.ofHours(24);

    final MovableClock clock = new MovableClock();
    private DataStores stores;
    private DataStore store;

    abstract DataStoreProperties.Store where() throws Exception;

    @TempDir
    private Path folder;

    IdempotentRequests requests() throws Exception {
        if (store == null) {
            DataStoreProperties properties =
                    new DataStoreProperties(folder, DataStoreProperties.Durability.POWER_CUT, where(), Map.of());
            stores = new DataStores(
                    properties, Placement.of(new MockEnvironment(), IdempotentRequestsContract.class.getClassLoader()));
            store = stores.open("shop", "db/platform");
        }
        return new IdempotentRequests(store, clock, CLAIM, EXPIRY);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void grantsARequestToOneOfManyAtOnce() throws Exception {
        List<IdempotentRequests> processes = List.of(requests(), requests());
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                String request = "r" + round;
                List<Future<Claim>> claims = callers.invokeAll(Stream.iterate(0, i -> i + 1)
                        .limit(8)
                        .<Callable<Claim>>map(i -> () -> processes.get(i % 2).claim(request, "f"))
                        .toList());
                int granted = 0;
                for (Future<Claim> claim : claims) {
                    granted += claim.get() instanceof Claim.Granted ? 1 : 0;
                }
                assertThat(granted).isEqualTo(1);
            }
        }
    }

    @Test
    void keepsTheFirstAnswerAndTheIdentity() throws Exception {
        IdempotentRequests requests = requests();
        Claim.Granted first = granted(requests.claim("r", "f"));
        assertThat(requests.claim("r", "f")).isEqualTo(new Claim.Taken());
        assertThat(requests.claim("r", "g")).isEqualTo(new Claim.Different());

        clock.advance(CLAIM.plusSeconds(1));
        Claim.Granted second = granted(requests.claim("r", "f"));
        assertThat(second.identity()).isEqualTo(first.identity());

        requests.answer("r", new StoredAnswer(201, "/r", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
        requests.answer("r", new StoredAnswer(409, null, null, new byte[0]));
        requests.release("r", first);
        requests.release("r", second);
        requests.forget("r", second);
        assertThat(requests.claim("r", "f")).isInstanceOfSatisfying(Claim.Answered.class, answered -> {
            assertThat(answered.answer().status()).isEqualTo(201);
            assertThat(answered.answer().location()).isEqualTo("/r");
            assertThat(answered.answer().body()).asString().isEqualTo("{}");
        });
    }

    @Test
    void leavesTheClaimOfTheNextToHimWhoHoldsIt() throws Exception {
        IdempotentRequests requests = requests();
        Claim.Granted paused = granted(requests.claim("r", "f"));
        clock.advance(CLAIM.plusSeconds(1));
        Claim.Granted next = granted(requests.claim("r", "f"));

        requests.release("r", paused);
        requests.forget("r", paused);
        assertThat(requests.claim("r", "f")).isEqualTo(new Claim.Taken());

        requests.release("r", next);
        assertThat(granted(requests.claim("r", "f")).identity()).isEqualTo(paused.identity());
    }

    @Test
    void takesAnExpiredKeyForANewOne() throws Exception {
        IdempotentRequests requests = requests();
        String before = granted(requests.claim("r", "f")).identity();
        clock.advance(EXPIRY.plusSeconds(1));
        assertThat(granted(requests.claim("r", "g")).identity()).isNotEqualTo(before);
        clock.advance(EXPIRY.plusSeconds(1));
        assertThat(requests.purge()).isEqualTo(1);
        assertThat(requests.purge()).isZero();
    }

    private static Claim.Granted granted(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }
}
