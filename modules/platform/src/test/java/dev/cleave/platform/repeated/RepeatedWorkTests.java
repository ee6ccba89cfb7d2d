package dev.cleave.platform.repeated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedWorkTests {

    @Test
    void aRoundThatFailsIsFollowedByAnother() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        RepeatedWork work = new RepeatedWork("failing", Duration.ofMillis(1), 0) {

            @Override
            protected List<Runnable> pieces() {
                return List.of(() -> {
                    rounds.countDown();
                    throw new IllegalStateException("not this time");
                });
            }
        };
        work.start();
        try {
            assertThat(rounds.await(10, TimeUnit.SECONDS)).as("three rounds").isTrue();
            assertThat(work.isRunning()).isTrue();
        } finally {
            work.stop();
        }
        assertThat(work.isRunning()).isFalse();
    }
}
