package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.cleave.platform.eventstore.EventLog;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.GarageFailure;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.api.SellCar;
import dev.cleave.platform.messaging.garage.api.WashCar;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.messaging.garage.bay.Spots;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.processing.Lag;
import dev.cleave.platform.processing.Lags;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What holds of commands and processors, whichever database a context is on and however messages travel in the process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagingContract {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    private final ConfigurableApplicationContext application;
    private final Commands commands;
    private final MessageNames names;
    private final Bench bench;
    private final Spots spots;
    private final Processors processors;

    MessagingContract(Path folder, List<String> settings) throws IOException {
        application = GarageApplication.besideOthersIn(folder, Garage.class)
                .properties("cleave.messaging.command-timeout=4s")
                .properties(settings.toArray(String[]::new))
                .run();
        commands = application.getBean(Commands.class);
        names = application.getBean(MessageNames.class);
        bench = application.getBean(Bench.class);
        spots = application.getBean(Spots.class);
        processors = application.getBean(Processors.class);
    }

    @BeforeEach
    void clear() {
        bench.onWash = car -> {};
        bench.onWashed = car -> {};
        bench.onSpot = car -> {};
        bench.onVisit = car -> {};
        bench.onTell = car -> {};
        bench.seen.clear();
    }

    @AfterAll
    void stop() throws IOException {
        application.close();
    }

    @Test
    void aRefusalArrivesAsAValueAndLeavesNoEvent() {
        long before = head();
        Answer answer = commands.send(new ParkCar(new CarId("banned-1")));
        assertThat(answer.refusedWith(GarageFailure.CAR_BANNED)).isTrue();
        assertThat(((Answer.Refused) answer).failure().details()).containsEntry("car", "banned-1");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void anAggregateThatRefusesStaysInTheCache() {
        CarId car = new CarId("calm");
        bench.onWash = washing -> {
            throw Refusal.of(GarageFailure.CAR_BANNED, "Wash it elsewhere.");
        };
        commands.send(new ParkCar(car));
        assertThat(commands.send(new WashCar(car)).refusedWith(GarageFailure.CAR_BANNED)).isTrue();
        assertThat(cached(car)).isTrue();
        assertThat(commands.send(new ParkCar(car)).orFail().version()).isEqualTo(new AggregateVersion("calm", 0));
    }

    @Test
    void anAggregateThatRefusesAfterAnEventLeavesNoneAndIsReadAgain() {
        CarId car = new CarId("hasty");
        processors.running(processors.named("garage.washing")).shutDown();
        bench.onWashed = washing -> {
            throw Refusal.of(GarageFailure.CAR_BANNED, "Wash it elsewhere.");
        };
        commands.send(new ParkCar(car));
        long before = head();
        assertThat(commands.send(new WashCar(car)).refusedWith(GarageFailure.CAR_BANNED)).isTrue();
        assertThat(cached(car)).isFalse();
        assertThat(head()).isEqualTo(before);
        bench.onWashed = washing -> {};
        processors.running(processors.named("garage.washing")).start();
    }

    @Test
    void aDecisionWithoutAnEventOnAnAggregateChangedElsewhereIsMadeAnewOnWhatIsStored() {
        CarId car = new CarId("shared");
        commands.send(new ParkCar(car));
        bench.stale.add("shared");
        assertThat(commands.send(new ParkCar(car)).orFail().result()).isEqualTo("parked");
        assertThat(bench.stale).isEmpty();
    }

    @Test
    void aRefusalByAnAggregateChangedElsewhereIsDecidedAnewOnWhatIsStored() {
        CarId car = new CarId("contested");
        processors.running(processors.named("garage.washing")).shutDown();
        commands.send(new ParkCar(car));
        AtomicInteger decisions = new AtomicInteger();
        bench.onWash = washing -> {
            if (decisions.incrementAndGet() == 1) {
                bench.stale.add("contested");
                throw Refusal.of(GarageFailure.CAR_BANNED, "Wash it elsewhere.");
            }
        };
        assertThat(commands.send(new WashCar(car)).orFail().version()).isEqualTo(new AggregateVersion("contested", 1));
        assertThat(decisions).hasValue(2);
        processors.running(processors.named("garage.washing")).start();
    }

    private boolean cached(CarId car) {
        return application.getBean("aggregateCache", Cache.class).containsKey(car.value());
    }

    @Test
    void anAcceptanceCarriesTheResultAndTheAggregatesVersionAlsoWhenNothingChanged() {
        CarId car = new CarId("versioned");
        Answer.Accepted first = commands.send(new ParkCar(car)).orFail();
        assertThat(first.result()).isEqualTo("parked");
        assertThat(first.version()).isEqualTo(new AggregateVersion("versioned", 0));
        washed(car);
        assertThat(commands.send(new ParkCar(car)).orFail().version()).isEqualTo(new AggregateVersion("versioned", 1));
    }

    @Test
    void anAcceptanceTellsWhetherAnythingChanged() {
        CarId car = new CarId("told");
        assertThat(commands.send(new ParkCar(car)).orFail().changed()).isTrue();
        assertThat(commands.send(new ParkCar(car)).orFail().changed()).isFalse();
    }

    @Test
    void theLogTellsWhetherAnythingEverHappenedToAnAggregate() {
        LoggedAggregates log = application.getBean(LoggedAggregates.class);
        CarId car = new CarId("heard-of");
        assertThat(log.contains(car)).isFalse();
        commands.send(new ParkCar(car));
        assertThat(log.contains(car)).isTrue();
    }

    @Test
    void aPolicysCommandHasARootUnitOfWorkOfItsOwnApartFromTheEventWorkers() {
        CarId car = new CarId("apart");
        commands.send(new ParkCar(car));
        washed(car);
        assertThat(bench.seen).isNotEmpty().allMatch(seen -> seen.startsWith("root command-"));
    }

    @Test
    void whatWatchesAndWaitsStopsAtOnceAndGoesOnAfterAPause() {
        List<SmartLifecycle> ours = application.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getPackageName().startsWith("dev.cleave"))
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(4).allMatch(SmartLifecycle::isRunning);
        assertThat(ours).allSatisfy(bean -> {
            assertTimeout(Duration.ofSeconds(5), () -> bean.stop());
            assertThat(bean.isRunning()).isFalse();
            bean.start();
            assertThat(bean.isRunning()).isTrue();
        });
    }

    @Test
    void aProcessorThatStandsStillIsBehindAndDoesNotMove() {
        Lags lags = application.getBean(Lags.class);
        Processor washing = processors.named("garage.washing");
        CarId car = new CarId("late");
        processors.running(washing).shutDown();
        commands.send(new ParkCar(car));
        await().untilAsserted(() -> {
            assertThat(lags.of(washing).events()).isPositive();
            assertThat(lags.of(washing).time()).isPositive();
            assertThat(lags.of(washing).moving()).isFalse();
        });
        processors.running(washing).start();
        washed(car);
        await().untilAsserted(
                () -> assertThat(lags.of(washing)).isEqualTo(new Lag(washing, 0, Duration.ZERO, true, 0, Duration.ZERO)));
    }

    @Test
    void commandsOfDifferentProcessesInABatchGoSideBySide() {
        Processor washing = processors.named("garage.washing");
        processors.running(washing).shutDown();
        List<CarId> cars = IntStream.range(0, 12).mapToObj(n -> new CarId("side-" + n)).toList();
        CyclicBarrier three = new CyclicBarrier(3);
        Set<String> met = ConcurrentHashMap.newKeySet();
        bench.onWash = car -> {
            try {
                three.await(2, TimeUnit.SECONDS);
                met.add(car.value());
            } catch (Exception e) {
                met.remove(car.value());
            }
        };
        cars.forEach(car -> commands.send(new ParkCar(car)));
        processors.running(washing).start();
        cars.forEach(this::washed);
        assertThat(met).isNotEmpty();
    }

    @Test
    void aPolicysProgressWaitsForTheAnswers() throws InterruptedException {
        CarId car = new CarId("slow");
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.onWash = washing -> {
            handling.countDown();
            awaitQuietly(go);
        };
        // Or what follows from earlier cars might come in between.
        await().until(() -> slowestPosition("garage.washing") == head());
        long parkedAt = head() + 1;
        commands.send(new ParkCar(car));
        assertThat(handling.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(slowestPosition("garage.washing")).isLessThan(parkedAt);
        go.countDown();
        washed(car);
    }

    @Test
    void anEventThatAHandlerFailsOnIsSetAsideWithItsSequenceAndTheOthersGoOn() {
        CarId broken = new CarId("broken-1");
        commands.send(new ParkCar(broken));
        CarId whole = new CarId("whole-1");
        commands.send(new ParkCar(whole));
        SequencedDeadLetterQueue<?> letters = processors.deadLetters(processors.named("garage.spots"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(letters.sequenceSize("broken-1")).isEqualTo(2);
            assertThat(spots.version(whole)).isEqualTo(1);
        });
        assertThat(spots.version(broken)).isEqualTo(-1);
    }

    @Test
    void aViewIsDerivedAnewWhileCommandsAreHandled() {
        List<CarId> before = park("before", 300);
        before.forEach(this::washed);
        Processor view = processors.named("garage.spots");
        processors.running(view).shutDown();
        processors.running(view).resetTokens();
        List<CarId> meanwhile = park("meanwhile", 20);
        processors.running(view).start();
        List<CarId> after = park("after", 20);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> cars = spots.cars();
            for (List<CarId> group : List.of(before, meanwhile, after)) {
                assertThat(cars).containsAll(group.stream().map(CarId::value).toList());
            }
        });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> processors.running(view).processingStatus().values().stream()
                        .noneMatch(part -> part.isReplaying() || part.isErrorState()));
    }

    @Test
    void aCommandSentAgainIsAnsweredByWhatItDidAndNotHandledAgain() {
        CarId car = new CarId("again");
        commands.send(new ParkCar(car));
        washed(car);
        DomainEventMessage<?> washed = application.getBean(EventStore.class).readEvents(car.toString(), 1).next();
        String command = String.valueOf(washed.getMetaData().get("correlationId"));
        bench.seen.clear();
        assertThat(repeat(command, new WashCar(car))).isEqualTo(new AggregateVersion("again", 1));
        assertThat(bench.seen).isEmpty();
        repeat("another", new WashCar(car));
        assertThat(bench.seen).hasSize(1);
    }

    private AggregateVersion repeat(String identity, Object command) {
        CompletableFuture<AggregateVersion> version = new CompletableFuture<>();
        application.getBean(CommandBus.class).dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(identity, command, RepeatedCommands.MARK), names.of(command.getClass())),
                (sent, result) -> version.complete(VersionNote.read(result.getMetaData())));
        return version.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void anErrorOfAHandlerArrivesWithoutItsTypeAndLeavesNoEvent() {
        CarId car = new CarId("faulty");
        processors.running(processors.named("garage.washing")).shutDown();
        commands.send(new ParkCar(car));
        long before = head();
        bench.onWashed = washing -> {
            throw new IllegalStateException("secret");
        };
        assertThatExceptionOfType(CommandFailed.class)
                .isThrownBy(() -> commands.send(new WashCar(car)))
                .withMessage("WashCar failed: IllegalStateException");
        assertThat(head()).isEqualTo(before);
        bench.onWashed = washing -> {};
        processors.running(processors.named("garage.washing")).start();
    }

    @Test
    void aCommandThatNobodyHandlesIsNotAnswered() {
        assertThatExceptionOfType(CommandNotAnswered.class)
                .isThrownBy(() -> commands.send(new SellCar(new CarId("nobodys"))))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(CommandNotAnswered.Fate.NOT_DELIVERED));
    }

    @Test
    void aCommandThatIsNotAnsweredInTimeHasAnUnknownFate() {
        CarId car = new CarId("endless");
        commands.send(new ParkCar(car));
        washed(car);
        CountDownLatch go = new CountDownLatch(1);
        bench.onWash = washing -> awaitQuietly(go);
        assertThatExceptionOfType(CommandNotAnswered.class)
                .isThrownBy(() -> commands.send(new WashCar(car)))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(CommandNotAnswered.Fate.UNKNOWN));
        go.countDown();
    }

    private List<CarId> park(String name, int count) {
        List<CarId> cars = IntStream.range(0, count).mapToObj(n -> new CarId(name + "-" + n)).toList();
        cars.forEach(car -> commands.send(new ParkCar(car)));
        return cars;
    }

    private void washed(CarId car) {
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> spots.version(car) == 1);
    }

    private long head() {
        return application.getBean(EventLog.class).head();
    }

    private long slowestPosition(String processor) {
        return processors.running(processors.named(processor)).processingStatus().values().stream()
                .mapToLong(part -> part.getCurrentPosition().orElse(-1))
                .min()
                .orElseThrow();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
