package dev.cleave.bootstrap.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Nothing personal is left of a customer who is erased: in no row of any store, in no answer and no line of the log; and what is
 * personal never was in the event store, not in a single byte of its file. In the files of the other stores deleted rows can
 * linger, unreachable, until H2 reuses or compacts their pages; after a compaction no byte of them is left.
 */
@Execution(ExecutionMode.CONCURRENT)
class ErasureIT {

    private static final String CUSTOMER = "customer-4711";
    private static final String NAME = "Zyxwena Quorlquist";
    private static final String EMAIL = "zyxwena@quorlquist.example";
    private static final String STREET = "77 Blimberwick Lane";
    private static final String WORDS = "because my cousin Thrimbold says so";
    private static final List<String> TRACES = List.of("Zyxwena", "Quorlquist", "quorlquist", "Blimberwick", "Thrimbold");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void nothingPersonalIsLeftOfACustomerWhoIsErased() throws Exception {
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.OPTIONS).start()) {
            Shop shop = new Shop(cleave::url);
            String sku = shop.product("1.00", 100);
            Order order = Order.of(sku, 1).by(CUSTOMER, NAME, EMAIL, STREET);
            String completed = shop.completed(order);
            shop.takeBack(completed, "r", new Order.Line(sku, 1)).expect(202);
            String cancelled = shop.confirmed(order);
            shop.cancel(cancelled, WORDS).expect(202);
            shop.await(cancelled, "cancelled");
            shop.await(shop.place(order.paying("tok_declined")), "rejected");
            String waiting = shop.readyToLeave(order);
            String left = shop.shipped(order);
            Map<String, Object> malformed = order.body();
            malformed.put(NAME, EMAIL);
            shop.post("/api/ordering/orders", malformed).expect(400);
            shop.post("/api/ordering/orders", malformed.toString(), Shop.fresh("key")).expect(400);
            shop.get("/api/ordering/orders?customer=" + EMAIL).expect(400);
            shop.awaitQuiet();
            Shop.patiently("the mails to be written").until(() -> mails(shop) >= 5);
            assertThat(shop.order(cancelled).path("detail").asString("")).isEqualTo(WORDS);
            assertThat(traces(cleave.data().resolve("ordering.mv.db"))).as("a search finds what is there")
                    .contains("Blimberwick");

            shop.erase(CUSTOMER).expect(202);
            assertThat(shop.await(waiting, "cancelled").path("reason").asString("")).isEqualTo("customer-erased");
            shop.dispatch(waiting).expect(409, "shipment-cancelled");
            shop.deliver(left).expect(202);
            shop.await(left, "completed");
            shop.awaitQuiet();
            Shop.Ledger.Account never = shop.ledger(waiting).of(waiting);
            assertThat(never.captures()).as("charges for a parcel that has no address").isZero();
            assertThat(never.held()).as("held for it").isEqualByComparingTo("0");
            assertThat(shop.ledger(left).of(left).charged()).isEqualByComparingTo("1.00");
            assertThat(shop.stock(sku).path("reserved").asInt(-1)).isZero();
            Shop.patiently("the mails to be gone").until(() -> mails(shop) == 0);
            for (String each : List.of(completed, cancelled, waiting, left)) {
                assertThat(shop.get("/api/ordering/orders/" + each).expect(200).body()).doesNotContain(TRACES);
            }
            assertThat(shop.get("/api/ordering/orders/" + cancelled).expect(200).body()).doesNotContain(TRACES);
            assertThat(shop.get("/api/shipping/shipments/" + waiting).expect(200).body()).doesNotContain(TRACES);
            shop.order(order, null).expect(422, "customer-erased");
            shop.erase(CUSTOMER).expect(202);
            shop.awaitQuiet();
            assertThat(cleave.stop()).as("exit code").isZero();

            assertThat(cleave.log()).doesNotContain(TRACES);
            assertThat(traces(cleave.data().resolve("events.mv.db"))).as("in the event store's file").isEmpty();
            List<Path> stores = stores(cleave.data());
            assertThat(stores).hasSizeGreaterThanOrEqualTo(8);
            for (Path store : stores) {
                assertThat(rowsWithTraces(store)).as("rows of " + store.getFileName()).isEmpty();
                compact(store);
                assertThat(traces(store)).as("in the compacted file of " + store.getFileName()).isEmpty();
            }
        }
    }

    private static int mails(Shop shop) {
        return shop.all("/api/notification/outbox?customer=" + CUSTOMER).size();
    }

    private static List<Path> stores(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".mv.db")).sorted().toList();
        }
    }

    private static List<String> traces(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return TRACES.stream().filter(bytes::contains).toList();
    }

    private static Connection open(Path store) throws SQLException {
        String path = store.toAbsolutePath().toString();
        return DriverManager.getConnection("jdbc:h2:file:" + path.substring(0, path.length() - ".mv.db".length()), "cleave", "");
    }

    private static void compact(Path store) throws SQLException {
        try (Connection connection = open(store);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }

    private static List<String> rowsWithTraces(Path store) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = open(store);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                            + " AND table_schema = 'PUBLIC'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertThat(tables).as("tables of " + store).isNotEmpty();
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (row.next()) {
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            Object value = row.getObject(column);
                            String text = value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
                            if (TRACES.stream().anyMatch(text::contains)) {
                                found.add(table + "." + row.getMetaData().getColumnName(column) + ": " + text);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }
}
