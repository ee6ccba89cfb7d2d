package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.bay.Visits;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import dev.cleave.platform.test.BesideOthers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@BesideOthers
class AheadOfTheLogTests {

    private static final CarId KEPT = new CarId("kept");
    private static final CarId LOST = new CarId("lost");
    private static final CarId NEXT = new CarId("next");

    @TempDir
    Path folder;

    /** The files of the contexts survived a power cut with more than the event log's file did. */
    @Test
    void aViewThatIsAheadOfTheLogIsDerivedAnewAndPoliciesGoOnWithTheEventsThatTakeTheLostOnesPlaces() throws IOException {
        long end;
        try (ConfigurableApplicationContext before = start()) {
            before.getBean(Commands.class).send(new ParkCar(KEPT)).orFail();
            end = caughtUp(before);
            before.getBean(Commands.class).send(new ParkCar(LOST)).orFail();
            assertThat(caughtUp(before)).isGreaterThan(end);
            assertThat(before.getBean(Visits.class).count(LOST)).isOne();
            before.getBean(DataStores.class).open("events", "db/eventstore").jdbc()
                    .sql("DELETE FROM stored_event WHERE position > ?").param(end).update();
        }
        try (ConfigurableApplicationContext after = start()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> after.getBean(Visits.class).count(KEPT) == 1);
            assertThat(after.getBean(Visits.class).count(LOST)).isZero();
            assertThat(caughtUp(after)).isEqualTo(end);

            after.getBean(Commands.class).send(new ParkCar(NEXT)).orFail();
            assertThat(caughtUp(after)).as("parked, and washed by the policy").isEqualTo(end + 2);
            assertThat(after.getBean(Visits.class).count(NEXT)).isOne();
        }
    }

    private ConfigurableApplicationContext start() throws IOException {
        return GarageApplication.besideOthersIn(folder, MessagingContract.Garage.class).run();
    }

    /** Waits until every processor has read all there is, twice, because policies add to it; the end of the log. */
    private static long caughtUp(ConfigurableApplicationContext application) {
        Progress progress = application.getBean(Progress.class);
        Processors processors = application.getBean(Processors.class);
        long[] last = {-1};
        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(100)).until(() -> {
            long head = progress.head();
            boolean settled = head == last[0] && processors.all().stream().allMatch(each -> progress.of(each) == head);
            last[0] = head;
            return settled;
        });
        return last[0];
    }
}
