package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.BesideOthers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;

@BesideOthers
class StoresHealthTests {

    @Test
    void storesThatDoNotAnswerMakeTheProcessUnreadyAndNoOtherIsBlamed(@TempDir Path folder) throws SQLException {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("cleave.data-directory", folder.toString())
                .withProperty("cleave.store.connections", "2");
        DataStoreProperties properties =
                Binder.get(environment).bindOrCreate("cleave", DataStoreProperties.class);
        try (DataStores stores = new DataStores(
                properties, Placement.of(environment, getClass().getClassLoader()), new SimpleMeterRegistry())) {
            stores.open("well", "db/platform");
            DataStore gone = stores.open("gone", "db/platform");
            List<DataStore> hanging = List.of("busy", "slow", "stuck", "tired").stream()
                    .map(name -> stores.open(name, "db/platform"))
                    .toList();
            StoresHealth health = new StoresHealth(stores);
            health.start();
            try {
                assertThat(health.health().getStatus()).isEqualTo(Status.UP);
                gone.dataSource().unwrap(HikariDataSource.class).close();
                for (DataStore store : hanging) {
                    HikariDataSource connections = store.dataSource().unwrap(HikariDataSource.class);
                    connections.getConnection();
                    connections.getConnection();
                }
                Set<String> silent = Set.of("gone", "busy", "slow", "stuck", "tired");
                await().atMost(Duration.ofSeconds(18)).during(Duration.ofSeconds(3)).until(
                        () -> health.health().getStatus().equals(Status.DOWN)
                                && health.health().getDetails().keySet().equals(silent));
            } finally {
                health.stop();
            }
        }
    }
}
