package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.Deeds.Deed;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Invariants;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.platform.operations.Restore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * Backups taken while callers place, cancel, dispatch and return at full speed, and what becomes of them elsewhere. How many are taken
 * and restored is set by {@code cleave.backup.count}.
 */
@Execution(ExecutionMode.CONCURRENT)
class BackupIT {

    private static final int BACKUPS = Integer.getInteger("cleave.backup.count", 1);
    private static final int TRADERS = 4;
    private static final int DEEDS_BEFORE_EACH = 200;
    private static final int DEEDS_WHILE_COPYING = 50;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aRestoredBackupHasAllThatBelongsToItsEvents() throws Exception {
        List<Answer> taken = new ArrayList<>();
        List<Set<String>> acknowledgedBefore = new ArrayList<>();
        Map<String, Deed> placed;
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            Floor floor = new Floor(cleave, TRADERS, 2);
            floor.tradeUntil(0, () -> {
                for (int i = 0; i < BACKUPS; i++) {
                    floor.awaitMore(DEEDS_BEFORE_EACH);
                    acknowledgedBefore.add(Set.copyOf(floor.deeds().placed().keySet()));
                    taken.add(floor.shop().post("/actuator/backup", null).expect(200));
                }
                floor.awaitMore(DEEDS_WHILE_COPYING);
            });
            placed = floor.deeds().placed();
        }
        for (int i = 0; i < BACKUPS; i++) {
            restored(taken.get(i), folder.resolve("elsewhere-" + i), acknowledgedBefore.get(i), placed);
        }
    }

    private static void restored(Answer taken, Path elsewhere, Set<String> acknowledged, Map<String, Deed> placed)
            throws Exception {
        Path data = elsewhere.resolve("data");
        Restore.Restored done = Restore.restore(Path.of(taken.text("folder")), data);
        assertThat(done.warning()).isNull();
        assertThat(done.stores()).containsExactlyInAnyOrder(
                "events", "catalog", "inventory", "ordering", "payment", "shipping", "notification", "simulator");
        History history = History.ofStopped(data);
        assertThat(history.events()).as("the position in the manifest").hasSize(taken.json().path("position").asInt(-9) + 1);
        Set<String> orders = new HashSet<>();
        history.events().stream()
                .filter(event -> event.type().equals("ordering.OrderPlaced"))
                .forEach(event -> orders.add(event.text("order")));
        assertThat(orders).as("what was acknowledged before the backup was asked for").containsAll(acknowledged)
                .hasSizeGreaterThan(20);
        try (RunningCleave again = new RunningCleave(elsewhere, Hurry.TRADING).start()) {
            Shop shop = new Shop(again::url);
            placed.forEach((id, deed) -> {
                if (orders.contains(id)) {
                    assertThat(repeated(shop, deed)).as("the order of a key in the log").isEqualTo(id);
                }
            });
            seeThrough(shop);
            assertThat(shop.all("/api/ordering/orders"))
                    .extracting(order -> order.path("reason").asString(""))
                    .doesNotContain("address-erased");
            shop.completed(Order.of(shop.product("1.00", 1), 1));
            Observed seen = Observed.settled(shop);
            again.stop();
            assertThat(Invariants.breaches(seen, History.ofStopped(again.data()))).isEmpty();
            assertThat(again.log()).doesNotContain(" ERROR ");
        }
    }

    private static String repeated(Shop shop, Deed deed) {
        return Awaitility.await("an answer under the same key").atMost(Duration.ofMinutes(1)).until(() -> {
            try {
                Answer answer = shop.trySend("POST", deed.path(), deed.body(), Map.of("Idempotency-Key", deed.key()));
                return answer.status() >= 500 || answer.code().equals("request-in-progress") ? null : answer.text("orderId");
            } catch (IOException notYet) {
                return null;
            }
        }, id -> id != null);
    }

    @Test
    void aKillDuringABackupLeavesItsBeginningOrAWholeOne() throws Exception {
        Path backups = folder.resolve("backups");
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            Floor floor = new Floor(cleave, 2, 3);
            floor.tradeUntil(50, () -> {
                CompletableFuture.runAsync(() -> {
                    try {
                        floor.shop().trySend("POST", "/actuator/backup", null, Map.of());
                    } catch (IOException killed) {
                        Thread.onSpinWait();
                    }
                });
                Awaitility.await("the beginning of a backup").atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1)).until(() -> Files.isDirectory(backups) && !in(backups).isEmpty());
                cleave.kill();
            });
            for (Path left : in(backups)) {
                Path elsewhere = folder.resolve("from-" + left.getFileName());
                if (left.getFileName().toString().startsWith("unfinished-")) {
                    assertThatThrownBy(() -> Restore.restore(left, elsewhere)).hasMessageContaining("never finished");
                    assertThat(elsewhere).doesNotExist();
                } else {
                    assertThat(Restore.restore(left, elsewhere).warning()).isNull();
                }
            }
            cleave.start();
            Answer taken = floor.shop().post("/actuator/backup", null).expect(200);
            assertThat(floor.deeds().lost(History.ofBackup(Path.of(taken.text("folder"))))).isEmpty();
            cleave.stop();

            aStartWithoutOneOfItsStoresIsRefused(cleave, "ordering");
        }
    }

    private static void aStartWithoutOneOfItsStoresIsRefused(RunningCleave cleave, String store) throws IOException {
        Path file = cleave.data().resolve(store + ".mv.db");
        Path away = cleave.data().resolve(store + ".away");
        Files.move(file, away);
        assertThat(cleave.startInVain()).as("exit code").isNotZero();
        assertThat(cleave.logOfThisStart())
                .contains("The store '" + store + "' is missing", file.getFileName().toString(),
                        "restore all stores from one backup")
                .doesNotContain("\tat ");
        assertThat(file).as("made as an empty one").doesNotExist();
        Files.move(away, file);
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dispatches and delivers whatever is there until every order has ended. */
    private static void seeThrough(Shop shop) {
        Shop.patiently("all orders to end").until(() -> {
            boolean ended = true;
            for (JsonNode order : shop.all("/api/ordering/orders")) {
                String id = order.path("orderId").asString("");
                switch (order.path("status").asString("")) {
                    case "confirmed" -> shop.dispatch(id);
                    case "shipped" -> shop.deliver(id);
                    case "completed", "rejected", "cancelled", "returned" -> {
                        continue;
                    }
                    default -> {}
                }
                ended = false;
            }
            return ended;
        });
    }
}
