package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Invariants;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.platform.operations.Restore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What earlier versions wrote, this one reads. Each folder in {@code src/test/resources/kept} holds what the version of that day left: a data
 * folder of a process that was killed amid requests, with orders in every state, open waits, a dead letter and snapshots, and a backup. The
 * orders' identifiers stand beside it, by what has happened to them.
 */
@Execution(ExecutionMode.CONCURRENT)
class KeptDataIT {

    private static final Path KEPT = Path.of("src/test/resources/kept");
    private static final Map<String, String> ENDED = Map.of(
            "completed", "completed", "returned", "returned", "partly-returned", "completed", "cancelled", "cancelled",
            "declined", "rejected", "out-of-stock", "rejected");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    static Stream<String> kept() throws IOException {
        try (Stream<Path> folders = Files.list(KEPT)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyOrderOfAKilledProcessGoesOnToItsEnd(String version) throws Exception {
        unpack(version, "data/", folder.resolve("data"));
        everyOrderEnds(version, true);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyOrderOfABackupGoesOnToItsEnd(String version) throws Exception {
        Path backup = folder.resolve("backup");
        unpack(version, "backup/", backup);
        assertThat(Restore.restore(backup, folder.resolve("data")).stores()).contains("events", "ordering");
        everyOrderEnds(version, false);
    }

    private void everyOrderEnds(String version, boolean all) throws Exception {
        Map<String, String> orders = new TreeMap<>();
        new JsonMapper().readTree(KEPT.resolve(version).resolve("orders.json").toFile())
                .forEachEntry((name, id) -> orders.put(name, id.asString()));
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            Shop shop = new Shop(cleave::url);
            if (all) {
                assertThat(shop.all("/api/ordering/orders")).extracting(order -> order.path("orderId").asString(""))
                        .containsAll(orders.values());
            }
            shop.views().forEach(view -> shop.processor(view, "replay").expect(200));
            tryDeadLettersAgain(shop);
            seeThrough(shop);
            ENDED.forEach((name, status) -> assertThat(shop.status(orders.get(name))).as(name).isEqualTo(status));
            assertThat(shop.status(orders.get("dead-letter"))).as("the order of the dead letter").isEqualTo("completed");
            shop.completed(Order.of(shop.product("1.00", 1), 1));
            Observed seen = Observed.settled(shop);
            cleave.stop();
            assertThat(Invariants.breaches(seen, History.ofStopped(cleave.data()))).isEmpty();
        }
    }

    private static void tryDeadLettersAgain(Shop shop) {
        String queue = "/actuator/deadletters/ordering.fulfilment";
        JsonNode sequences = shop.get(queue).expect(200).json();
        assertThat(sequences).as("sequences of dead letters").hasSize(1);
        String event = sequences.path(0).path("letters").path(0).path("event").asString("");
        assertThat(shop.post(queue + "/" + event, null).expect(200).json().path("handled").asBoolean(false)).isTrue();
    }

    /** Dispatches and delivers until every order has ended; cancels what can't be dispatched. */
    private static void seeThrough(Shop shop) {
        Shop.patiently("all orders to end").until(() -> {
            boolean ended = true;
            for (JsonNode order : shop.all("/api/ordering/orders")) {
                String id = order.path("orderId").asString("");
                switch (order.path("status").asString("")) {
                    case "confirmed" -> {
                        Answer dispatch = shop.dispatch(id);
                        if (dispatch.status() == 409 && !dispatch.json().path("retryable").asBoolean(false)) {
                            shop.cancel(id);
                        }
                    }
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

    private static void unpack(String version, String part, Path to) throws IOException {
        Files.createDirectories(to);
        try (InputStream file = Files.newInputStream(KEPT.resolve(version).resolve("system.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(part) && !entry.isDirectory()) {
                    Files.copy(zip, to.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }
}
