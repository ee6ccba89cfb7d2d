package dev.cleave.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.bay.Spots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of claims in a store that one process at a time has open, and of a part that nobody claims. */
class ClaimsOnH2Tests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext application;

    @BeforeEach
    void open() throws IOException {
        application = GarageApplication.in(folder, Garage.class).run("--cleave.replica=first");
    }

    @AfterEach
    void close() {
        application.close();
    }

    private JdbcTemplate store() {
        return application.getBean(DataStores.class).ofContext("garage").jdbcTemplate();
    }

    private Processor washing() {
        return application.getBean(Processors.class).named("garage.washing");
    }

    @Test
    void theClaimsOfADeadProcessAreVoidAtTheStartThoughItsClockWasTwoHoursAhead() throws IOException {
        Processors processors = application.getBean(Processors.class);
        processors.all().forEach(processor -> processors.running(processor).shutDown());
        store().update("UPDATE token_entry SET owner = 'dead', timestamp = ? WHERE processor_name <> '__config'",
                Instant.now().plus(Duration.ofHours(2)).toString());
        application.close();

        application = GarageApplication.in(folder, Garage.class).run("--cleave.replica=second");

        CarId car = new CarId("beetle");
        application.getBean(Commands.class).send(new ParkCar(car)).orFail();
        await().atMost(Duration.ofSeconds(8)).until(() -> application.getBean(Spots.class).version(car) == 1);
        assertThat(store().queryForList("SELECT DISTINCT owner FROM token_entry WHERE owner IS NOT NULL", String.class))
                .containsExactly("second");
    }

    @Test
    void aPartThatNobodyWorksOnIsLagAndOneThatWasPausedOnPurposeIsNotAlarming() {
        Lags lags = application.getBean(Lags.class);
        var running = application.getBean(Processors.class).running(washing());
        await().until(() -> running.processingStatus().size() == 4);
        store().update("UPDATE token_entry SET owner = 'elsewhere', timestamp = '2020-01-01T00:00:00Z' WHERE processor_name = ?"
                + " AND segment = 1", washing().name());
        running.releaseSegment(1, 1, java.util.concurrent.TimeUnit.HOURS);
        await().until(() -> running.processingStatus().size() == 3);
        store().update("UPDATE token_entry SET owner = 'elsewhere', timestamp = '2020-01-01T00:00:00Z' WHERE processor_name = ?"
                + " AND segment = 1", washing().name());

        application.getBean(Commands.class).send(new ParkCar(new CarId("beetle"))).orFail();

        await().untilAsserted(() -> {
            assertThat(lags.of(washing()).unowned()).isOne();
            assertThat(lags.of(washing()).events()).isPositive();
            assertThat(lags.of(washing()).time()).isPositive();
        });
        assertThat(lags.of(washing()).abandoned()).isFalse();

        running.shutDown();
        await().untilAsserted(() -> assertThat(lags.of(washing()).unowned()).isZero());
    }

    @Test
    void healthNamesWhatNobodyHasWorkedOnForLongerThanATakeoverTakes() {
        Lag lag = new Lag(washing(), 7, Duration.ofMinutes(5), false, 2, Lag.TAKEOVER.plusSeconds(1));
        ProcessorsHealth health = new ProcessorsHealth(new Lags() {
            @Override
            public java.util.Collection<Lag> all() {
                return java.util.List.of(lag);
            }

            @Override
            public Lag of(Processor processor) {
                return lag;
            }
        });
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("garage.washing").toString()).contains("2 of its 4 parts for 31 s");
    }
}
