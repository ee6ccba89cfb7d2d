package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.running.StepClock;
import dev.cleave.bootstrap.proof.shop.Deeds;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything at once: orders placed, cancelled, dispatched, delivered and returned on few products, while the process is killed, stopped
 * and started again, its disk fills and its clock is stepped. Everything that callers were told is accounted for. {@code cleave.storm.mishaps}
 * sets how many, {@code cleave.storm.seed} repeats a run's choices.
 */
class StormIT {

    private static final int TRADERS = 6;
    private static final int PRODUCTS = 6;
    private static final int DEEDS = 400;
    private static final int MISHAPS = Integer.getInteger("cleave.storm.mishaps", 20);
    private static final long SEED = Long.getLong("cleave.storm.seed", System.nanoTime());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<String> account = new ArrayList<>();

    private enum Mishap {
        KILLED,
        STOPPED,
        PAUSED,
        KILLED_WHILE_THE_DISK_IS_FULL,
        DISK_FULL,
        CLOCK_STEPPED,
        KILLED_AND_CLOCK_STEPPED;

        boolean needsClock() {
            return this == CLOCK_STEPPED || this == KILLED_AND_CLOCK_STEPPED;
        }

        boolean needsDisk() {
            return this == DISK_FULL || this == KILLED_WHILE_THE_DISK_IS_FULL;
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice() throws Exception {
        List<Mishap> possible = new ArrayList<>(EnumSet.allOf(Mishap.class));
        StepClock clock = new StepClock(folder.resolve("clock"));
        if (!clock.isThere()) {
            possible.removeIf(Mishap::needsClock);
        }
        if (!Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
            possible.removeIf(Mishap::needsDisk);
            System.err.println("SKIPPED: the disk was not filled. Install prlimit (apt-get install util-linux) to see it.");
        }
        long begin = System.nanoTime();
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).environment(clock.environment())) {
            Floor floor = new Floor(cleave.start(), TRADERS, SEED, PRODUCTS);
            Deeds deeds = floor.deeds();
            say("seed %d, %d traders, %d products", SEED, TRADERS, PRODUCTS);
            for (int i = 1; i <= MISHAPS; i++) {
                Mishap mishap = possible.get(random.nextInt(possible.size()));
                floor.tradeUntil(DEEDS / 4 + random.nextInt(DEEDS), () -> befall(mishap, cleave, clock));
                if (!cleave.isAlive()) {
                    List<String> lost = deeds.lost(History.ofStopped(cleave.data()));
                    assertThat(lost).as("%sacknowledged, but not on disk after %s", account(), mishap).isEmpty();
                    cleave.start();
                }
                say("%d: %s; acknowledged %d, refused %d, unanswered %d, orders %d", i, mishap, deeds.acknowledged(),
                        deeds.refused(),
                        deeds.unanswered(), floor.orders());
                assertServesAgain(floor);
            }
            floor.finish();
            List<String> breaches = floor.breaches(cleave, () -> History.ofStopped(cleave.data()));
            say("at the end: acknowledged %d, refused %d, repeated after no answer %d, orders %d, breaches %d, %d s",
                    deeds.acknowledged(),
                    deeds.refused(), deeds.repeated(), floor.orders(), breaches.size(),
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            assertThat(breaches).as("%s", account()).isEmpty();
        } finally {
            System.out.println(account());
        }
    }

    private void befall(Mishap mishap, RunningCleave cleave, StepClock clock) {
        switch (mishap) {
            case KILLED -> cleave.kill();
            case STOPPED -> assertThat(cleave.stop()).as("exit code").isIn(0, 143);
            case PAUSED -> cleave.pause(Duration.ofSeconds(random.nextInt(15)));
            case DISK_FULL -> {
                cleave.limitFiles(0);
                awaitRefusals(cleave);
                cleave.limitFiles(RunningCleave.UNLIMITED);
            }
            case KILLED_WHILE_THE_DISK_IS_FULL -> {
                cleave.limitFiles(0);
                awaitRefusals(cleave);
                cleave.kill();
            }
            case CLOCK_STEPPED -> clock.step(Duration.ofMinutes(random.nextInt(-60, 61)));
            case KILLED_AND_CLOCK_STEPPED -> {
                cleave.kill();
                clock.step(Duration.ofMinutes(random.nextInt(-60, 61)));
            }
        }
    }

    /** Waits until callers are told that nothing can be stored, or the process has ended because of it. */
    private static void awaitRefusals(RunningCleave cleave) {
        Shop shop = new Shop(cleave::url);
        Awaitility.await("a refusal because nothing can be stored").atMost(Duration.ofMinutes(1)).ignoreExceptions()
                .until(() -> !cleave.isAlive() || shop.get("/actuator/health/readiness").status() == 503);
    }

    /** After the mishap new orders are taken within a minute. */
    private static void assertServesAgain(Floor floor) throws Exception {
        floor.tradeUntil(20, () -> {});
    }

    private void say(String line, Object... facts) {
        account.add(line.formatted(facts));
    }

    private String account() {
        return String.join(System.lineSeparator(), account) + System.lineSeparator();
    }
}
