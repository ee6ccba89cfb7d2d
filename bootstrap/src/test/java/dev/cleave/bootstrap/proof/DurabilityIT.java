package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process at full speed, again and again, and accounts for everything that callers were told. How often and after how
 * much is set by {@code cleave.durability.kills} and {@code cleave.durability.deeds}; {@code cleave.durability.seed} repeats a
 * run's choices. {@code cleave.durability.write-delay} gives H2 so many milliseconds before it writes what it acknowledged, which
 * this test must then notice.
 */
class DurabilityIT {

    private static final int TRADERS = 6;
    private static final int KILLS = Integer.getInteger("cleave.durability.kills", 2);
    private static final int DEEDS = Integer.getInteger("cleave.durability.deeds", 600);
    private static final long SEED = Long.getLong("cleave.durability.seed", System.nanoTime());
    private static final int WRITE_DELAY = Integer.getInteger("cleave.durability.write-delay", 0);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<String> account = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice() throws Exception {
        Random moments = new Random(SEED);
        try (RunningCleave cleave = new RunningCleave(folder, options())) {
            Floor floor = new Floor(cleave.start(), TRADERS, SEED);
            Deeds deeds = floor.deeds();
            say("seed %d, %d traders, %d kills", SEED, TRADERS, KILLS);
            for (int kill = 1; kill <= KILLS; kill++) {
                floor.tradeUntil(DEEDS / 4 + moments.nextInt(DEEDS), cleave::kill);
                History left = History.ofStopped(cleave.data());
                List<String> lost = deeds.lost(left);
                say("kill %d: acknowledged %d, refused %d, unanswered %d, events on disk %d, acknowledged and lost %d",
                        kill, deeds.acknowledged(), deeds.refused(), deeds.unanswered(), left.events().size(), lost.size());
                assertThat(lost).as("%sacknowledged, but not on disk after the kill", account()).isEmpty();
                cleave.start();
            }
            floor.finish();
            List<String> breaches = floor.breaches(cleave);
            say("at the end: acknowledged %d, refused %d, repeated after no answer %d, of these refused though they had taken "
                    + "effect %d, breaches %d",
                    deeds.acknowledged(), deeds.refused(), deeds.repeated(), floor.denied().size(), breaches.size());
            assertThat(breaches).as("%s", account()).isEmpty();
        } finally {
            System.out.println(account());
        }
    }

    private String[] options() {
        List<String> options = new ArrayList<>(List.of(Hurry.TRADING));
        if (WRITE_DELAY > 0) {
            options.add(
                    "--cleave.store.url=jdbc:h2:file:" + folder.resolve("data") + "/{name};DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY="
                            + WRITE_DELAY);
        }
        return options.toArray(String[]::new);
    }

    private void say(String line, Object... facts) {
        account.add(line.formatted(facts));
    }

    private String account() {
        return String.join(System.lineSeparator(), account) + System.lineSeparator();
    }
}
