package dev.cleave.bootstrap.proof;

import dev.cleave.bootstrap.proof.running.CutCleave;
import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.PostgresStores;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes what {@link KeptDataIT} opens of a release, with the release's jar: {@code postgres.zip}, of one process on PostgreSQL, and
 * {@code cut.zip}, of hybrid over Axon Server, each killed amid requests, and beside them the identifiers of their orders.
 *
 * <pre>mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * cd bootstrap
 * java -Dcleave.jar=cleave-1.2.jar -cp target/classes:target/test-classes:$(cat target/test.classpath) \
 *     dev.cleave.bootstrap.proof.KeepRelease src/test/resources/kept/1.2</pre>
 */
final class KeepRelease {

    private static final int REQUESTS = 8;

    private final PostgresStores stores;
    private final Shop shop;
    private final Map<String, String> orders = new TreeMap<>();

    private KeepRelease(PostgresStores stores, Shop shop) {
        this.stores = stores;
        this.shop = shop;
    }

    /** @param args where to put it: a folder below {@code src/test/resources/kept} */
    public static void main(String[] args) throws Exception {
        Path to = Files.createDirectories(Path.of(args[0]));
        Path folder = Files.createTempDirectory("cleave-release-");
        String[] options = Stream.concat(Stream.of(Hurry.TRADING), Stream.of("--cleave.inventory.snapshot-every=10"))
                .toArray(String[]::new);
        try (PostgresStores stores = PostgresStores.orSkip();
                RunningCleave cleave = new RunningCleave(
                        folder.resolve("one"), Stream.of(options, stores.options()).flatMap(Stream::of).toArray(String[]::new))) {
            Map<String, String> orders = new KeepRelease(stores, new Shop(cleave.start()::url)).trade(cleave::kill);
            stores.copyTo(folder.resolve("postgres"));
            keep(to, "postgres", folder.resolve("postgres"), orders);
        }
        try (CutCleave cleave = new CutCleave(folder.resolve("cut"), "hybrid", options).start()) {
            Map<String, String> orders = new KeepRelease(cleave.stores(), cleave.shop()).trade(cleave::kill);
            cleave.stores().copyTo(folder.resolve("cut/postgres"));
            keep(to, "cut", folder.resolve("cut"), orders);
        }
        System.exit(0);
    }

    private Map<String, String> trade(Runnable kill) throws SQLException, InterruptedException {
        String sku = shop.product("2.50", 10_000);
        String scarce = shop.product("7.00", 1);
        for (int i = 0; i < 12; i++) {
            shop.receive(sku, 1, Shop.fresh("receipt")).expect(201);
        }
        Order order = Order.of(sku, 2);
        orders.put("confirmed", shop.readyToLeave(order));
        orders.put("shipped", shop.shipped(order));
        orders.put("completed", shop.completed(order));
        orders.put("returned", shop.completed(order));
        shop.takeBack(orders.get("returned"), "back", new Order.Line(sku, 2)).expect(202);
        shop.await(orders.get("returned"), "returned");
        orders.put("partly-returned", shop.completed(order));
        shop.takeBack(orders.get("partly-returned"), "back", new Order.Line(sku, 1)).expect(202);
        shop.awaitQuiet();
        orders.put("cancelled", shop.confirmed(order));
        shop.cancel(orders.get("cancelled")).expect(202);
        shop.await(orders.get("cancelled"), "cancelled");
        orders.put("declined", shop.place(order.paying("tok_declined")));
        shop.await(orders.get("declined"), "rejected");
        shop.confirmed(Order.of(scarce, 1));
        orders.put("out-of-stock", shop.place(Order.of(scarce, 1)));
        shop.await(orders.get("out-of-stock"), "rejected");
        letterDies(order);
        shop.processor("payment.provider", "pause").expect(200);
        orders.put("reserved", shop.place(order));
        shop.await(orders.get("reserved"), "reserved");
        shop.processor("ordering.fulfilment", "pause").expect(200);
        orders.put("placed", shop.place(order));
        CountDownLatch some = new CountDownLatch(REQUESTS / 4);
        try (ExecutorService callers = Executors.newFixedThreadPool(REQUESTS)) {
            for (int i = 0; i < REQUESTS; i++) {
                callers.submit(() -> {
                    shop.order(order, Shop.fresh("key"));
                    some.countDown();
                });
            }
            some.await(5, TimeUnit.SECONDS);
            kill.run();
        }
        return orders;
    }

    /** What a policy can't read, it can't tell of. */
    private void letterDies(Order order) throws SQLException {
        shop.processor("payment.provider", "pause").expect(200);
        orders.put("dead-letter", shop.place(order));
        shop.await(orders.get("dead-letter"), "reserved");
        stores.execute("ordering", "ALTER TABLE personal_data RENAME TO hidden");
        shop.processor("payment.provider", "resume").expect(200);
        Shop.patiently("a dead letter")
                .until(() -> !shop.get("/actuator/deadletters/ordering.fulfilment").expect(200).json().isEmpty());
        stores.execute("ordering", "ALTER TABLE hidden RENAME TO personal_data");
    }

    private static void keep(Path to, String name, Path folder, Map<String, String> orders) throws IOException {
        Files.writeString(to.resolve(name + ".json"), JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsString(orders) + "\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to.resolve(name + ".zip")));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(KeepRelease::isData).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static boolean isData(Path file) {
        String path = file.toString();
        return path.contains("/postgres/") || path.contains("/data/") && !path.endsWith(".trace.db");
    }
}
