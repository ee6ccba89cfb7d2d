package dev.cleave.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.GarageFailure;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A car must be washed within the hour; the clock looks hours later, while the garage may not have read what happened meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class StandstillTests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    private static final CarId CAR = new CarId("beetle");
    private static final CarId ANOTHER = new CarId("minor");

    private final Instant later = Instant.now().plus(Duration.ofHours(2));
    private ConfigurableApplicationContext application;
    private Commands commands;
    private Bench bench;
    private Processors processors;
    private WaitClock clock;
    private Context garage;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        application = GarageApplication.in(folder, Garage.class)
                .properties("cleave.waits.interval=1h", "cleave.waits.patience=5m")
                .run();
        commands = application.getBean(Commands.class);
        bench = application.getBean(Bench.class);
        processors = application.getBean(Processors.class);
        clock = application.getBean(WaitClock.class);
        garage = application.getBean(Placement.class).held().getFirst();
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void endsAWaitWhoseEventIsAmongTheDeadLetters() {
        bench.onWash = car -> {
            throw new IllegalStateException("There is no water.");
        };
        endsAWait();
    }

    @Test
    void endsAWaitThatNobodyClosed() {
        bench.onWash = car -> {
            throw Refusal.of(GarageFailure.CAR_BANNED, "Wash it elsewhere.");
        };
        endsAWait();
    }

    private void endsAWait() {
        parkWhileAway("washing", CAR);
        running("washing").start();
        await().atMost(Duration.ofSeconds(30)).until(() -> caughtUp("washing"));

        clock.look(garage, later);

        assertThat(bench.towed).containsExactly(CAR);
    }

    @Test
    void endsNoWaitWhileAPolicyHasToReadWhatWasStored() {
        parkWhileAway("washing", CAR);

        clock.look(garage, later);
        clock.look(garage, later.plusSeconds(1));
        assertThat(bench.towed).isEmpty();

        running("washing").start();
        await().atMost(Duration.ofSeconds(20)).until(() -> open().isEmpty());
        clock.look(garage, later.plusSeconds(2));
        clock.look(garage, later.plusSeconds(3));
        assertThat(bench.towed).isEmpty();
    }

    @Test
    void endsNoWaitWhileTheViewThatKeepsItIsBehind() {
        parkWhileAway("washing", CAR);
        running("tickets").shutDown();
        running("washing").start();
        await().atMost(Duration.ofSeconds(20)).until(() -> caughtUp("washing") && caughtUp("spots"));

        clock.look(garage, later);

        assertThat(open()).containsExactly(CAR.value());
        assertThat(bench.towed).isEmpty();
    }

    @Test
    void endsWaitsWhileAnotherViewIsBehind() {
        running("spots").shutDown();
        endsAWaitThatNobodyClosed();
    }

    @Test
    void endsAWaitAllTheSameAfterFiveMinutesAndSaysSo(CapturedOutput output) {
        parkWhileAway("washing", CAR);

        clock.look(garage, later);
        clock.look(garage, later.plusSeconds(299));
        assertThat(bench.towed).isEmpty();
        clock.look(garage, later.plusSeconds(300));
        assertThat(bench.towed).containsExactly(CAR);
        assertThat(output).contains("garage: waits run out although [garage.washing] have been behind for 300 s");

        park(ANOTHER);
        clock.look(garage, later.plusSeconds(301));
        assertThat(bench.towed).contains(ANOTHER);
    }

    private void parkWhileAway(String processor, CarId car) {
        running(processor).shutDown();
        park(car);
    }

    private void park(CarId car) {
        commands.send(new ParkCar(car));
        await().atMost(Duration.ofSeconds(20)).until(() -> open().contains(car.value()));
    }

    private List<String> open() {
        return application.getBean(DataStores.class).ofContext("garage").jdbc()
                .sql("SELECT subject FROM open_wait")
                .query(String.class)
                .list();
    }

    private boolean caughtUp(String name) {
        Progress progress = application.getBean(Progress.class);
        return progress.of(processor(name)) == progress.head();
    }

    private Processor processor(String name) {
        return processors.named("garage." + name);
    }

    private PooledStreamingEventProcessor running(String name) {
        return processors.running(processor(name));
    }
}
