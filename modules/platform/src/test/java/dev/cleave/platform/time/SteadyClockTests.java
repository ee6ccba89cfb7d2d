package dev.cleave.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    private final Machine machine = new Machine(NOON);
    private final SteadyClock clock = new SteadyClock(machine, machine::nanoTime);

    @Test
    void goesWithTheMachinesClock() {
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.pass(Duration.ofMillis(1_234));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1_234));
    }

    @Test
    void followsAtOnceWhenTheClockIsSetForwardOrTheMachineHasSlept() {
        clock.instant();
        machine.set(Duration.ofHours(8));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(8)));
    }

    @Test
    void goesOnAtHalfTheSpeedWhenTheClockIsSetBackUntilItIsRightAgain() {
        clock.instant();
        machine.set(Duration.ofHours(-1));
        assertThat(clock.instant()).isEqualTo(NOON);
        machine.pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
        machine.pass(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(machine.instant());
        machine.pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    @Test
    void neverGoesBackAndNeverStandsStillWhateverTheClockDoes() {
        Random random = new Random(7);
        Instant last = clock.instant();
        for (int i = 0; i < 1_000; i++) {
            machine.pass(Duration.ofMillis(10));
            if (i % 20 == 0) {
                machine.set(Duration.ofMinutes(random.nextInt(5_000) - 2_500));
            }
            assertThat(clock.instant()).isAfter(last);
            last = clock.instant();
        }
    }
}
