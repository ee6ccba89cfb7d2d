package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.CutCleave;
import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.PostgresStores;
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
import java.util.function.Supplier;
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
 * folder of a process that was killed amid requests, with orders in every state, open waits, a dead letter and snapshots, and a backup; the
 * same of a process on PostgreSQL and of a cut. The orders' identifiers stand beside each, by what has happened to them. {@link KeepRelease}
 * makes them.
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
        unpack(version, "system.zip", "data/", folder.resolve("data"));
        everyOrderEnds(version, true);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyOrderOfABackupGoesOnToItsEnd(String version) throws Exception {
        Path backup = folder.resolve("backup");
        unpack(version, "system.zip", "backup/", backup);
        assertThat(Restore.restore(backup, folder.resolve("data")).stores()).contains("events", "ordering");
        everyOrderEnds(version, false);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyOrderOfAKilledProcessOnPostgresGoesOnToItsEnd(String version) throws Exception {
        unpack(version, "postgres.zip", "", folder.resolve("postgres"));
        try (PostgresStores stores = PostgresStores.orSkip();
                RunningCleave cleave = new RunningCleave(
                        folder, Stream.of(Hurry.TRADING, stores.options()).flatMap(Stream::of).toArray(String[]::new))) {
            stores.copyFrom(folder.resolve("postgres"));
            everyOrderEnds(orders(version, "postgres"), true, new Shop(cleave.start()::url), () -> {
                cleave.stop();
                return stores.history();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyOrderOfAKilledCutGoesOnToItsEnd(String version) throws Exception {
        unpack(version, "cut.zip", "", folder);
        try (CutCleave cleave = new CutCleave(folder, "hybrid", Hurry.TRADING)) {
            cleave.stores().copyFrom(folder.resolve("postgres"));
            cleave.start();
            everyOrderEnds(orders(version, "cut"), true, cleave.shop(), cleave.server()::history);
        }
    }

    private void everyOrderEnds(String version, boolean all) throws Exception {
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            everyOrderEnds(orders(version, "orders"), all, new Shop(cleave::url), () -> {
                cleave.stop();
                return History.ofStopped(cleave.data());
            });
        }
    }

    private static Map<String, String> orders(String version, String system) {
        Map<String, String> orders = new TreeMap<>();
        new JsonMapper().readTree(KEPT.resolve(version).resolve(system + ".json").toFile())
                .forEachEntry((name, id) -> orders.put(name, id.asString()));
        return orders;
    }

    private static void everyOrderEnds(Map<String, String> orders, boolean all, Shop shop, Supplier<History> history) {
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
        assertThat(Invariants.breaches(seen, history.get())).isEmpty();
    }

    private static void tryDeadLettersAgain(Shop shop) {
        JsonNode counts = shop.get("/actuator/deadletters").expect(200).json();
        assertThat(counts.path("ordering.fulfilment").asLong(0)).as("dead letters").isPositive();
        counts.forEachEntry((processor, count) -> {
            String queue = "/actuator/deadletters/" + processor;
            for (JsonNode sequence : shop.get(queue).expect(200).json()) {
                String event = sequence.path("letters").path(0).path("event").asString("");
                assertThat(shop.post(queue + "/" + event, null).expect(200).json().path("handled").asBoolean(false)).isTrue();
            }
        });
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

    private static void unpack(String version, String file, String part, Path to) throws IOException {
        Files.createDirectories(to);
        try (InputStream bytes = Files.newInputStream(KEPT.resolve(version).resolve(file));
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(part) && !entry.isDirectory()) {
                    Path target = to.resolve(entry.getName().substring(part.length()));
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}
