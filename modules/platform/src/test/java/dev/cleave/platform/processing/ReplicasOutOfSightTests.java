package dev.cleave.platform.processing;

import static dev.cleave.platform.processing.Replicas.awaitShared;
import static dev.cleave.platform.processing.Replicas.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.processing.Replicas.Replica;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Replicas that can't learn of one another. */
@ExtendWith(OutputCaptureExtension.class)
class ReplicasOutOfSightTests {

    @Test
    void whileTheTableCannotBeReadEachGoesOnWithWhatItHas(CapturedOutput output, @TempDir Path folder) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Replicas replicas = new Replicas(postgres, folder)) {
            goOn(replicas, output);
        }
    }

    private static void goOn(Replicas replicas, CapturedOutput output) throws IOException {
        Replica first = replicas.start("first");
        Replica second = replicas.start("second");
        awaitShared(first, second);
        Set<Part> ofFirst = first.parts();
        Set<Part> ofSecond = second.parts();
        first.store().execute("ALTER TABLE processor_replica RENAME TO away");
        // Longer than a replica may be out of sight.
        await().atMost(Duration.ofSeconds(20)).until(() -> first.store().queryForObject(
                "SELECT MAX(seen_at) < CURRENT_TIMESTAMP - INTERVAL '9' SECOND FROM away", Boolean.class));
        assertThat(first.parts()).isEqualTo(ofFirst);
        assertThat(second.parts()).isEqualTo(ofSecond);
        first.store().execute("ALTER TABLE away RENAME TO processor_replica");
        soon().until(() -> output.getOut().split("can be told again", -1).length == 3);
        assertThat(output.getOut().split("can't be told at present", -1)).hasSize(3);
        CarId car = new CarId("after");
        first.park(car);
        soon().until(() -> first.isDone(car));
        awaitShared(first, second);
        assertThat(first.parts()).isEqualTo(ofFirst);
    }
}
