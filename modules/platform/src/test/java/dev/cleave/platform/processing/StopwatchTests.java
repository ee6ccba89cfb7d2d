package dev.cleave.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTests {

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final Stopwatch stopwatch = new Stopwatch(nanoTime::get);

    @Test
    void tellsSinceWhenThereIsAnEventAfterAPosition() {
        stopwatch.passed(10);
        after(Duration.ofSeconds(1));
        stopwatch.passed(20);
        after(Duration.ofSeconds(2));
        stopwatch.passed(20);
        after(Duration.ofSeconds(4));
        assertThat(stopwatch.since(20)).isZero();
        assertThat(stopwatch.since(19)).isEqualTo(Duration.ofSeconds(6));
        assertThat(stopwatch.since(10)).isEqualTo(Duration.ofSeconds(6));
        assertThat(stopwatch.since(9)).isEqualTo(Duration.ofSeconds(7));
        assertThat(stopwatch.since(-1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void knowsNothingBeforeItsFirstLook() {
        assertThat(stopwatch.since(-1)).isZero();
    }

    @Test
    void remembersTenMinutes() {
        for (int minute = 0; minute <= 30; minute++) {
            stopwatch.passed(minute);
            after(Duration.ofMinutes(1));
        }
        assertThat(stopwatch.since(-1)).isEqualTo(Duration.ofMinutes(11));
    }

    private void after(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
