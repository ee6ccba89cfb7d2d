package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class KeptTests {

    private static final String FOREVER = "while :; do sleep 0.1; done";
    private static final Kept.Pace FAST =
            new Kept.Pace(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMinutes(1), 3);

    private final StringWriter said = new StringWriter();
    private Kept kept;

    @AfterEach
    void stop() {
        kept.askToStop();
        kept.awaitStop();
    }

    @Test
    void startsAgainWhatWasKilled() {
        keep(FOREVER, () -> true);
        awaitState(Kept.State.READY);
        long first = kept.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        Awaitility.await().until(() -> kept.state() == Kept.State.READY && kept.pid() > 0 && kept.pid() != first);
        assertThat(kept.restarts()).isEqualTo(1);
        assertThat(said.toString()).contains("ended with code 137; it is started again");
    }

    @Test
    void startsAgainWithoutEndWhatWasReadyOnce(@TempDir Path folder) {
        Path once = folder.resolve("once");
        keep("test -e " + once + " && exit 1; touch " + once + "; sleep 0.3; exit 1", () -> Files.exists(once));

        Awaitility.await().until(() -> kept.restarts() > 4);
        assertThat(kept.state()).isNotEqualTo(Kept.State.FAILED);
    }

    @Test
    void givesUpWhatNeverBecomesReady() {
        keep("echo no such setting; exit 1", () -> false);

        awaitState(Kept.State.FAILED);
        assertThat(kept.restarts()).isEqualTo(2);
        assertThat(kept.ready()).isCompletedExceptionally();
        assertThat(said.toString()).contains("no such setting").contains("is not started again");
    }

    @Test
    void stopsWhatCanNeverBecomeReadyAndSaysWhy(@TempDir Path folder) throws Exception {
        Path pids = Files.createFile(folder.resolve("pids"));
        AtomicInteger told = new AtomicInteger();
        keep("echo $$ >> " + pids + "; " + FOREVER, () -> {
            if (started(pids).size() > told.get()) {
                told.incrementAndGet();
                throw new CannotStart("It keeps data of another password.");
            }
            return false;
        });

        awaitState(Kept.State.FAILED);
        assertThat(started(pids)).hasSize(3).allSatisfy(
                pid -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty());
        assertThat(said.toString()).contains("It keeps data of another password, for the 3. time")
                .contains("is not started again");
    }

    private static List<Long> started(Path pids) {
        try (Stream<String> lines = Files.lines(pids)) {
            return lines.map(Long::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsWhenItIsNotReadyAnyMore(@TempDir Path folder) throws Exception {
        Path well = Files.createFile(folder.resolve("well"));
        keep(FOREVER, () -> Files.exists(well));
        awaitState(Kept.State.READY);

        Files.delete(well);
        awaitState(Kept.State.UNREADY);

        Files.createFile(well);
        awaitState(Kept.State.READY);
    }

    @Test
    void stopsForGood() {
        keep(FOREVER, () -> true);
        awaitState(Kept.State.READY);
        ProcessHandle process = ProcessHandle.of(kept.pid()).orElseThrow();

        kept.askToStop();
        kept.awaitStop();

        assertThat(process.isAlive()).isFalse();
        assertThat(kept.state()).isEqualTo(Kept.State.STOPPED);
        assertThat(kept.restarts()).isZero();
    }

    @Test
    void pausesLongerAfterEveryFailureUpToALimit() {
        keep(FOREVER, () -> true);
        assertThat(List.of(1, 2, 3, 6, 60).stream().map(Kept.Pace.USUAL::pauseAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 30L, 30L);
    }

    private void keep(String script, BooleanSupplier ready) {
        Service service = new Service() {
            @Override
            public Child.Plan plan() {
                return new Child.Plan(
                        List.of("sh", "-c", script), Map.of(), null, Child.StopSignal.TERM, Duration.ofSeconds(2));
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public boolean isReady() {
                return ready.getAsBoolean();
            }
        };
        kept = new Kept("unit.1", service, new Console(new PrintWriter(said), false), changed -> {}, FAST).start();
    }

    private void awaitState(Kept.State state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> kept.state() == state);
    }
}
