package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.eventstore.EventStoreUnavailable;
import dev.cleave.platform.placement.Transport;
import dev.cleave.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalCommandBusTests {

    private record Work() {}

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LocalCommandBus bus = LocalCommandBus.create(
            new MessagingProperties(
                    Transport.IN_PROCESS, MessagingProperties.InProcess.DIRECT, Duration.ofSeconds(5), 1, 1,
                    3, false),
            null, new CommandWatch(meters, List.of(), Tracing.off()), UnaryOperator.identity());
    private final Commands commands = new CommandDispatcher(
            bus, Class::getName, Duration.ofSeconds(5), () -> Optional::empty, Tracing.off());
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void shutDown() {
        go.countDown();
        bus.shutdown();
    }

    @Test
    void turnsACommandAwayAtOnceWhenThreadsAndQueueAreFull() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        bus.subscribe(Work.class.getName(), message -> {
            atWork.countDown();
            return go.await(10, TimeUnit.SECONDS);
        });
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> commands.send(new Work()));
        assertThat(atWork.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Answer> second = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(new Work()),
                (sent, result) -> second.complete(new Answer.Accepted(result.getPayload(), null, true)));

        assertThatExceptionOfType(CommandNotAnswered.class)
                .isThrownBy(() -> commands.send(new Work()))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(CommandNotAnswered.Fate.OVERLOADED));

        go.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(Answer.Accepted.class);
        assertThat(second.get(5, TimeUnit.SECONDS)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void handlesACommandThatLostARaceAgainButNotForEver() {
        AtomicInteger attempts = new AtomicInteger();
        bus.subscribe(Work.class.getName(), message -> {
            if (attempts.incrementAndGet() < 3) {
                throw new ConcurrencyException("lost");
            }
            return "won";
        });
        assertThat(commands.send(new Work()).orFail().result()).isEqualTo("won");

        attempts.set(-100);
        assertThatExceptionOfType(CommandNotAnswered.class)
                .isThrownBy(() -> commands.send(new Work()))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(CommandNotAnswered.Fate.OVERLOADED));
        assertThat(attempts.get()).isEqualTo(-96);
    }

    @Test
    void anEventStoreThatCannotBeWrittenToIsNoAnswer() {
        bus.subscribe(Work.class.getName(), message -> {
            throw new EventStoreUnavailable("The disk is full.");
        });
        assertThatExceptionOfType(CommandNotAnswered.class)
                .isThrownBy(() -> commands.send(new Work()))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(CommandNotAnswered.Fate.NOT_STORED));
    }
}
