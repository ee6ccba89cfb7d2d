package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.CutCleave;
import dev.cleave.bootstrap.proof.running.Hurry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trades at full speed with a system of one unit per context while this and that befalls its processes, and after each mishap sees
 * all orders through and holds all invariants. Whoever dies is started again, as whoever supervises processes does; nothing else is
 * put right by hand. {@code cleave.trouble} names the mishaps to try, separated by commas, or {@code all}.
 */
class TroubleIT {

    private static final String CHOSEN = System.getProperty("cleave.trouble", "all");
    private static final int TRADERS = Integer.getInteger("cleave.trouble.traders", 4);
    private static final int DEEDS = Integer.getInteger("cleave.trouble.deeds", 300);
    private static final long SEED = Long.getLong("cleave.trouble.seed", System.nanoTime());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<String> account = new ArrayList<>();

    @Test
    void whateverBefallsItItRecoversByItselfAndNothingIsLostOrDoubled() throws Exception {
        try (CutCleave cleave = new CutCleave(folder, "split", Hurry.TRADING).start()) {
            Floor floor = new Floor(cleave.shop(), TRADERS, SEED);
            say("seed %d, %d traders", SEED, TRADERS);
            for (Map.Entry<String, Runnable> mishap : mishaps(cleave, floor).entrySet()) {
                if (CHOSEN.equals("all") || List.of(CHOSEN.split(",")).contains(mishap.getKey())) {
                    befall(floor, cleave, mishap.getKey(), mishap.getValue());
                }
            }
        } finally {
            System.out.println(String.join(System.lineSeparator(), account));
        }
    }

    private static Map<String, Runnable> mishaps(CutCleave cleave, Floor floor) {
        Map<String, Runnable> mishaps = new LinkedHashMap<>();
        for (String unit : cleave.units()) {
            mishaps.put("kill-" + unit, () -> {
                cleave.replicas(unit).getFirst().kill();
                cleave.startAgain(unit, cleave.replicas(unit).getFirst());
            });
        }
        mishaps.put("kill-server", () -> {
            cleave.server().kill();
            cleave.server().launch().awaitReady();
        });
        mishaps.put("no-database", () -> cleave.withoutDatabases(Duration.ofSeconds(20)));
        mishaps.put("pause-15", () -> cleave.replicas("ordering").getFirst().pause(Duration.ofSeconds(15)));
        mishaps.put("pause-90", () -> cleave.replicas("inventory").getFirst().pause(Duration.ofSeconds(90)));
        mishaps.put("scale", () -> {
            cleave.scale("ordering", 3);
            floor.awaitMore(DEEDS / 2);
            cleave.scale("ordering", 2);
        });
        mishaps.put("kill-replica", () -> {
            cleave.scale("ordering", 2);
            floor.awaitMore(DEEDS / 2);
            cleave.replicas("ordering").getLast().kill();
            floor.awaitMore(DEEDS / 2);
            cleave.startAgain("ordering", cleave.replicas("ordering").getLast());
        });
        mishaps.put("pause-replica", () -> {
            cleave.scale("ordering", 2);
            cleave.replicas("ordering").getFirst().pause(Duration.ofSeconds(30));
        });
        return mishaps;
    }

    private void befall(Floor floor, CutCleave cleave, String name, Runnable mishap) throws Exception {
        int before = floor.deeds().acknowledged();
        int repeated = floor.deeds().repeated();
        long begin = System.nanoTime();
        floor.tradeUntil(DEEDS, () -> {
            mishap.run();
            floor.awaitMore(DEEDS / 2);
        });
        floor.finish();
        long seenThrough = System.nanoTime();
        List<String> breaches = floor.breaches(cleave.server()::history);
        say("%s: %d acknowledged, %d asked again, seen through in %.1f s, %d breaches", name,
                floor.deeds().acknowledged() - before,
                floor.deeds().repeated() - repeated, (seenThrough - begin) / 1e9, breaches.size());
        assertThat(breaches).as(name).isEmpty();
    }

    private void say(String line, Object... facts) {
        account.add(line.formatted(facts));
        System.out.println(account.getLast());
    }
}
