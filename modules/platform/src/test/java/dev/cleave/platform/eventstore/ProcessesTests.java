package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.anybody;
import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.test.BesideOthers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class ProcessesTests {

    private static final String MY_LOCKS =
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = "
                    + "(SELECT oid FROM pg_database WHERE datname = current_database())";

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @Test
    void keepsWhatWasAcknowledgedBeforeTheProcessWasKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < 3; kill++) {
            try (AnotherProcess other = AnotherProcess.opening(OpenStore.h2(folder))) {
                for (int i = 0; i < 300 + 77 * kill; i++) {
                    acknowledged.add(other.nextAcknowledged());
                }
            }
            try (OpenStore open = OpenStore.open(OpenStore.h2(folder))) {
                List<StoredEvent> events = open.store.readRaw(0, Integer.MAX_VALUE);
                assertThat(events).extracting(StoredEvent::position)
                        .containsExactlyElementsOf(LongStream.range(0, events.size()).boxed().toList());
                for (long number : new long[] {0, 1}) {
                    assertThat(events.stream().filter(event -> event.sequenceNumber() == number)
                            .map(StoredEvent::aggregateIdentifier).toList()).doesNotHaveDuplicates().containsAll(acknowledged);
                }
            }
        }
    }

    @Test
    void refusesASecondProcessOnH2() throws Exception {
        try (AnotherProcess first = AnotherProcess.opening(folder.toString())) {
            first.nextAcknowledged();
            try (AnotherProcess second = AnotherProcess.opening(folder.toString())) {
                assertThat(second.refusal()).contains("another process has it open", "cleave.data-directory");
            }
            assertThat(first.nextAcknowledged()).isNotEmpty();
        }
    }

    @Test
    void refusesASecondProcessOnPostgres() throws Exception {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        try (OpenStore first = OpenStore.open(url)) {
            try (AnotherProcess second = AnotherProcess.opening(url)) {
                assertThat(second.refusal()).contains("Another process has the event store", "Stop it, or choose another");
            }
            first.commit(counted(anybody(), 0));
        }
        try (OpenStore again = OpenStore.open(url)) {
            assertThat(again.store.head()).isNotNegative();
        }
    }

    @Test
    void writesNothingWithoutTheLockAndGoesOnWhenItHasItAgain() throws Exception {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        String counter = anybody();
        try (OpenStore open = OpenStore.open(url); HikariDataSource pool = OpenStore.pool(url);
                Connection rival = pool.getConnection(); Statement statement = rival.createStatement()) {
            open.commit(counted(counter, 0));
            long head = open.store.head();

            statement.execute("SELECT pg_terminate_backend(pid) FROM (" + MY_LOCKS + ") holders");
            await().until(() -> {
                try (var row = statement.executeQuery("SELECT pg_try_advisory_lock("
                        + "hashtextextended('event store in ' || current_schema(), 0))")) {
                    row.next();
                    return row.getBoolean(1);
                }
            });
            assertThatThrownBy(() -> open.commit(counted(counter, 1))).isInstanceOf(EventStoreUnavailable.class);
            await().untilAsserted(() -> assertThat(open.store.trouble()).hasValueSatisfying(
                    trouble -> assertThat(trouble).contains("Another process")));
            assertThat(open.store.head()).isEqualTo(head);

            statement.execute("SELECT pg_advisory_unlock_all()");
            await().untilAsserted(() -> assertThat(open.store.trouble()).isEmpty());
            open.commit(counted(counter, 1));
            assertThat(open.store.head()).isEqualTo(head + 1);
        }
    }
}
