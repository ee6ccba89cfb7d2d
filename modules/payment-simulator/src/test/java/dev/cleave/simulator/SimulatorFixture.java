package dev.cleave.simulator;

import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderReport;
import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.env.StandardEnvironment;

/** The simulated provider without the program around it: with stores in a folder, a clock to be set, and no webhook. */
public final class SimulatorFixture implements AutoCloseable {

    private final DataStores stores;
    private final SetClock clock = new SetClock();
    private final Books books;
    private final SimulatedProvider provider;

    public SimulatorFixture(Path folder) {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.POWER_CUT,
                        new DataStoreProperties.Store(null, null, null, null, 10, 16_384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()));
        books = new Books(stores.open(SimulatorConfiguration.STORE, SimulatorConfiguration.MIGRATIONS), clock,
                Duration.ofSeconds(1));
        provider = new SimulatedProvider(
                books, due -> {}, new SimulatorProperties(Duration.ZERO, Duration.ofSeconds(1), null, null));
    }

    public PaymentProvider provider() {
        return provider;
    }

    /** The store of the payment context in the same folder. */
    public DataStore paymentStore() {
        return stores.ofContext("payment");
    }

    public Instant now() {
        return clock.instant();
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Hands all reports that are due to the shop. */
    public void report(Consumer<ProviderReport> shop) {
        new Reports(books, (report, decided) -> shop.accept(ReportBody.of(report, decided).report())).tellDue();
    }

    /** What the ledger says of a payment, as {@code kind outcome}, in order. */
    public List<String> ledger(String payment) {
        return books.entries(payment, 0, 1_000).stream().map(entry -> entry.kind() + " " + entry.outcome()).toList();
    }

    /** What the approved entries of a kind come to for a payment, in minor units. */
    public long sum(String payment, String kind) {
        return books.effects(payment).stream()
                .filter(effects -> effects.kind().equals(kind))
                .mapToLong(effects -> effects.minor().longValueExact())
                .sum();
    }

    /** How often something of a kind took effect for a payment. */
    public long count(String payment, String kind) {
        return books.effects(payment).stream()
                .filter(effects -> effects.kind().equals(kind))
                .mapToLong(Books.Effects::count)
                .sum();
    }

    Books books() {
        return books;
    }

    @Override
    public void close() {
        stores.close();
    }

    private static final class SetClock extends Clock {

        private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
