package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;

class StoresHealthTests {

    @Test
    void aStoreThatDoesNotAnswerMakesTheProcessUnready(@TempDir Path folder) throws SQLException {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("cleave.data-directory", folder.toString());
        DataStoreProperties properties =
                Binder.get(environment).bindOrCreate("cleave", DataStoreProperties.class);
        DataStores stores = new DataStores(
                properties, Placement.of(environment, getClass().getClassLoader()), new SimpleMeterRegistry());
        DataStore store = stores.open("simulator", "db/platform");
        StoresHealth health = new StoresHealth(stores);
        health.start();
        try {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            store.dataSource().unwrap(HikariDataSource.class).close();
            await().atMost(Duration.ofSeconds(20)).until(() -> health.health().getStatus().equals(Status.DOWN));
            assertThat(health.health().getDetails()).containsKey("simulator");
        } finally {
            health.stop();
        }
    }
}
