package dev.cleave.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Measures the event store against a plain JDBC loop that does the same inserts in equal batches, in turns, on H2 and on
 * PostgreSQL with every commit forced; then how fast a reader catches up from the beginning, and how fast one follows.
 *
 * <pre>cd modules/platform
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * java -cp target/classes:target/test-classes:$(cat target/test.classpath) \
 *     dev.cleave.platform.eventstore.EventStoreBenchmark 5 64</pre>
 *
 * <p>The arguments: seconds per measurement, concurrent committers, and optionally {@code h2} or {@code postgresql} alone.
 */
public final class EventStoreBenchmark {

    private static final int ROUNDS = 3;

    private final String name;
    private final String url;
    private final int seconds;
    private final int committers;

    private EventStoreBenchmark(String name, String url, int seconds, int committers) {
        this.name = name;
        this.url = url;
        this.seconds = seconds;
        this.committers = committers;
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int committers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        String only = args.length > 2 ? args[2] : "";
        if (!only.equals("postgresql")) {
            Path folder = Files.createTempDirectory("event-store-benchmark-");
            new EventStoreBenchmark("H2", OpenStore.h2(folder), seconds, committers).run();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    say("H2: %s is %,d kB after closing", file.getFileName(), Files.size(file) / 1024);
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        if (!only.equals("h2")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on").start()) {
                new EventStoreBenchmark("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), seconds, committers).run();
            }
        }
        System.exit(0);
    }

    private void run() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            double batch;
            try (OpenStore open = open()) {
                batch = committed(open);
            }
            plain((int) Math.max(1, Math.round(batch)));
        }
        for (int round = 1; round <= 2; round++) {
            try (OpenStore open = open()) {
                replayed(open);
            }
        }
    }

    private OpenStore open() {
        return OpenStore.open(url, OpenStore.settings(), NoOpEventUpcaster.INSTANCE, UnaryOperator.identity());
    }

    /** Committers, each with one aggregate after the other, and two readers that follow. Returns the mean size of a batch. */
    private double committed(OpenStore open) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        long before = open.store.head();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> followed(open, before, end)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < committers; i++) {
                writers.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        String order = UUID.randomUUID().toString();
                        for (int n = 0; n < 10 && System.nanoTime() < end; n++) {
                            open.commit(new GenericDomainEventMessage<>("Order", order, n, Placed.example(order)));
                        }
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            long events = open.store.head() - before;
            double batch = open.meters.get("cleave.eventstore.batch").summary().mean();
            long read = 0;
            for (Future<Long> reader : readers) {
                read += reader.get();
            }
            say("%s: event store, %d committers: %,.0f events/s in batches of %.1f; wait %.2f ms; two readers saw %,d events",
                    name, committers, events / elapsed, batch,
                    open.meters.get("cleave.eventstore.append").timer().mean(TimeUnit.MILLISECONDS), read);
            return batch;
        }
    }

    private static Long followed(OpenStore open, long from, long end) throws InterruptedException {
        long read = 0;
        try (var stream = open.store.openStream(
                from < 0 ? null : new GlobalSequenceTrackingToken(from))) {
            while (System.nanoTime() < end || stream.hasNextAvailable()) {
                if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                    Placed.class.cast(stream.nextAvailable().getPayload());
                    read++;
                }
            }
        }
        return read;
    }

    /** The same inserts without an event store around them. */
    private void plain(int batch) throws SQLException {
        try (HikariDataSource pool = OpenStore.pool(url); Connection connection = pool.getConnection()) {
            long position;
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT MAX(position) FROM stored_event")) {
                row.next();
                position = row.getLong(1);
            }
            connection.setAutoCommit(false);
            byte[] payload =
                    OpenStore.serializer().serialize(Placed.example(UUID.randomUUID().toString()), byte[].class).getData();
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            long events = 0;
            try (PreparedStatement insert = connection.prepareStatement(EventTable.INSERT)) {
                while (System.nanoTime() < end) {
                    for (int i = 0; i < batch; i++) {
                        EventTable.bind(insert, new StoredEvent(++position, "Order", UUID.randomUUID().toString(), 0,
                                UUID.randomUUID().toString(), System.currentTimeMillis(), Placed.class.getName(), null, payload,
                                new byte[] {'{', '}'}));
                        insert.addBatch();
                        events++;
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            say("%s: plain JDBC loop in batches of %d: %,.0f events/s", name, batch,
                    events / ((System.nanoTime() - begin) / 1e9));
        }
    }

    private void replayed(OpenStore open) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        long events = 0;
        try (var stream = open.store.openStream(null)) {
            while (stream.hasNextAvailable() && System.nanoTime() < end) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                Placed.class.cast(event.getPayload());
                events++;
            }
        }
        say("%s: read from the beginning, deserialised: %,.0f events/s", name, events / ((System.nanoTime() - begin) / 1e9));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** An order of three lines. */
    record Placed(String order, List<Line> lines, String total, String currency) {

        static Placed example(String order) {
            return new Placed(order, IntStream.range(0, 3)
                    .mapToObj(i -> new Line("SKU-8512" + i, "White hanging heart holder " + i, i + 6, "2.5" + i)).toList(),
                    "139.12", "GBP");
        }
    }

    /** A line of it. */
    record Line(String sku, String name, int quantity, String price) {}
}
