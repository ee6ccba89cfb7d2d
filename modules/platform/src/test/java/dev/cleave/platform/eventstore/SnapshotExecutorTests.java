package dev.cleave.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotExecutorTests {

    private final SnapshotExecutor executor = new SnapshotExecutor(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void close() {
        held.countDown();
        executor.close();
    }

    @Test
    void restsAfterASnapshotForManyTimesAsLongAsItTook() throws Exception {
        CompletableFuture<Long> began = new CompletableFuture<>();
        CompletableFuture<Long> ended = new CompletableFuture<>();
        CompletableFuture<Long> next = new CompletableFuture<>();
        executor.execute(() -> {
            began.complete(System.nanoTime());
            await(held);
            ended.complete(System.nanoTime());
        });
        began.get(10, TimeUnit.SECONDS);
        executor.execute(() -> next.complete(System.nanoTime()));
        held.countDown();

        assertThat(next.get(60, TimeUnit.SECONDS) - ended.get()).isGreaterThan(40 * (ended.get() - began.get()));
    }

    @Test
    void turnsAwayWhatFindsNoPlace() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        executor.execute(() -> {
            running.countDown();
            await(held);
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        executor.execute(() -> {});

        assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
