package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.PostgresStores;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Deeds;
import dev.cleave.bootstrap.proof.shop.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Kills the process at full speed, again and again, and accounts for everything that callers were told. How often is set by
 * {@code cleave.durability.kills}, and by {@code cleave.durability.kills.postgresql} for the program with its stores on PostgreSQL;
 * after how much by {@code cleave.durability.deeds}. {@code cleave.durability.seed} repeats a run's choices.
 * {@code cleave.durability.write-delay} gives H2 so many milliseconds before it writes what it acknowledged, which this test must
 * then notice.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the time for kills")
class DurabilityIT {

    private static final int TRADERS = 6;
    private static final int KILLS = Integer.getInteger("cleave.durability.kills", 2);
    private static final int KILLS_ON_POSTGRESQL = Integer.getInteger("cleave.durability.kills.postgresql", 0);
    private static final int DEEDS = Integer.getInteger("cleave.durability.deeds", 600);
    private static final long SEED = Long.getLong("cleave.durability.seed", System.nanoTime());
    private static final int WRITE_DELAY = Integer.getInteger("cleave.durability.write-delay", 0);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<String> account = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice() throws Exception {
        try (RunningCleave cleave = new RunningCleave(folder, options())) {
            killAndAccount(cleave, KILLS, () -> History.ofStopped(cleave.data()));
        }
    }

    @Test
    void norWithItsStoresOnPostgresql() throws Exception {
        Assumptions.assumeTrue(KILLS_ON_POSTGRESQL > 0, "for -Pdurability only");
        try (PostgresStores stores = PostgresStores.orSkip();
                RunningCleave cleave = new RunningCleave(folder, with(stores.options()))) {
            killAndAccount(cleave, KILLS_ON_POSTGRESQL, stores::history);
        }
    }

    private void killAndAccount(RunningCleave cleave, int kills, Supplier<History> stored) throws Exception {
        Random moments = new Random(SEED);
        long begin = System.nanoTime();
        try {
            Floor floor = new Floor(cleave.start(), TRADERS, SEED);
            Deeds deeds = floor.deeds();
            say("seed %d, %d traders, %d kills", SEED, TRADERS, kills);
            for (int kill = 1; kill <= kills; kill++) {
                floor.tradeUntil(DEEDS / 4 + moments.nextInt(DEEDS), cleave::kill);
                History left = stored.get();
                List<String> lost = deeds.lost(left);
                say("kill %d: acknowledged %d, refused %d, unanswered %d, events on disk %d, acknowledged and lost %d",
                        kill, deeds.acknowledged(), deeds.refused(), deeds.unanswered(), left.events().size(), lost.size());
                assertThat(lost).as("%sacknowledged, but not on disk after the kill", account()).isEmpty();
                cleave.start();
            }
            floor.finish();
            List<String> breaches = floor.breaches(cleave, stored);
            say("at the end: acknowledged %d, refused %d, repeated after no answer %d, of these refused though they had taken "
                    + "effect %d, orders %d, breaches %d, %d s",
                    deeds.acknowledged(), deeds.refused(), deeds.repeated(), floor.denied().size(), floor.orders(),
                    breaches.size(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            assertThat(breaches).as("%s", account()).isEmpty();
        } finally {
            System.out.println(account());
        }
    }

    private String[] options() {
        return WRITE_DELAY == 0
                ? Hurry.TRADING
                : with("--cleave.store.url=jdbc:h2:file:" + folder.resolve("data") + "/{name};DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY="
                        + WRITE_DELAY);
    }

    private static String[] with(String... more) {
        return Stream.of(Hurry.TRADING, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private void say(String line, Object... facts) {
        account.add(line.formatted(facts));
    }

    private String account() {
        return String.join(System.lineSeparator(), account) + System.lineSeparator();
    }
}
