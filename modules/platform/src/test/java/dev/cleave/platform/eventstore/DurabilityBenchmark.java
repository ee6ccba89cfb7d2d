package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.counted;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStoreProperties.Durability;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.StandardEnvironment;

/**
 * What forcing each group commit to the disk costs: callers side by side, each of which writes a row to its context's store, durably,
 * and then two events, as an order does with its address. With and without forcing, in turn, in one run.
 *
 * <p>Arguments: a folder on the disk in question, seconds for each round, rounds, and numbers of callers.
 */
final class DurabilityBenchmark {

    private DurabilityBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        System.out.println("| callers | durability | done/s | p50 ms | p99 ms |");
        for (String callers : Arrays.copyOfRange(args, 3, args.length)) {
            for (int round = 0; round <= rounds; round++) {
                for (Durability durability : Durability.values()) {
                    Path data = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
                    String line = run(data, durability, Integer.parseInt(callers), seconds);
                    if (round > 0) {
                        System.out.println(line);
                    }
                }
            }
        }
        System.exit(0);
    }

    private static String run(Path data, Durability durability, int callers, int seconds) throws Exception {
        List<Long> times = new ArrayList<>();
        try (DataStores stores = new DataStores(
                new DataStoreProperties(
                        data, durability, new DataStoreProperties.Store(null, null, null, null, 10, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), DurabilityBenchmark.class.getClassLoader()));
                OpenStore events = OpenStore.open(stores)) {
            DataStore shop = stores.open("shop", "db/platform");
            shop.jdbc().sql("CREATE TABLE address (number VARCHAR PRIMARY KEY, street VARCHAR)").update();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        long began = System.nanoTime();
                        String order = UUID.randomUUID().toString();
                        shop.jdbc().sql("INSERT INTO address VALUES (?, ?)").params(order, "1 Example Street").update();
                        events.commit(counted(order, 0), counted(order, 1));
                        synchronized (times) {
                            times.add(System.nanoTime() - began);
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        times.sort(null);
        return "| %d | %s | %,d | %.2f | %.2f |".formatted(
                callers, durability.name().toLowerCase().replace('_', '-'), times.size() / seconds,
                times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6);
    }
}
