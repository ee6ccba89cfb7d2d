package dev.cleave.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

class ContextWaitsTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    enum Repair implements Wait {
        PARTS,
        PAINT;

        @Override
        public String kind() {
            return name();
        }

        @Override
        public Object command(String subject) {
            return subject;
        }
    }

    /** The garage has a wait of this name. */
    enum Twin implements Wait {
        WASHED;

        @Override
        public String kind() {
            return "washed";
        }

        @Override
        public Object command(String subject) {
            return subject;
        }
    }

    @Test
    void aViewForgetsItsOwnWaitsAloneAndNoTwoHaveOneName(@TempDir Path folder) throws IOException {
        try (var application = GarageApplication.in(folder, Garage.class).properties("cleave.waits.interval=1h").run()) {
            ContextWaits waits = application.getBean(ContextWaits.class);
            StoredWaits stored = waits.of(application.getBean(Placement.class).held().getFirst());
            stored.open("washed", "beetle", NOON);

            Waits<Repair> repairs = waits.askedFor(Bench.class, Repair.class);
            repairs.open(Repair.PARTS, "beetle", NOON);
            repairs.open(Repair.PAINT, "minor", NOON);
            repairs.forget();

            assertThat(stored.due(Instant.now().plus(Duration.ofDays(1)), 9)).extracting(StoredWaits.Due::kind)
                    .containsExactly("washed");
            assertThatThrownBy(() -> waits.askedFor(Bench.class, Twin.class))
                    .hasMessageMatching("garage has two waits of the name washed, TicketWait.WASHED and Twin.WASHED: give .*");
        }
    }
}
