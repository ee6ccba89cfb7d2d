package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Deeds;
import dev.cleave.bootstrap.proof.shop.Deeds.Deed;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Invariants;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.bootstrap.proof.shop.Trader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A number of traders at work side by side, and the account of what they were told. */
final class Floor {

    private static final int PRODUCTS = 40;

    private final Shop shop;
    private final Deeds deeds;
    private final List<Trader> traders = new ArrayList<>();
    private final List<String> denied = new ArrayList<>();

    /** A floor on one process; see {@link #Floor(Shop, int, long)}. */
    Floor(RunningCleave cleave, int count, long seed) {
        this(new Shop(cleave::url), count, seed, PRODUCTS);
    }

    /** A floor on one process, with so many products. */
    Floor(RunningCleave cleave, int count, long seed, int products) {
        this(new Shop(cleave::url), count, seed, products);
    }

    Floor(Shop shop, int count, long seed) {
        this(shop, count, seed, PRODUCTS);
    }

    /** Lists products, of which one in twenty is scarce, and lets so many traders in. */
    private Floor(Shop shop, int count, long seed, int listed) {
        this.shop = shop;
        this.deeds = new Deeds(shop);
        List<String> products = new ArrayList<>();
        List<String> scarce = new ArrayList<>();
        for (int i = 0; i < listed; i++) {
            boolean few = i % 20 == 0;
            String sku = Shop.fresh("sku");
            deeds.ask(Deed.list(sku, i + ".99")).orElseThrow().expect(201);
            deeds.ask(Deed.receive(sku, few ? 20 : 10_000_000)).orElseThrow().expect(201);
            (few ? scarce : products).add(sku);
        }
        for (int i = 0; i < count; i++) {
            traders.add(new Trader(shop, deeds, products, scarce, seed + i));
        }
    }

    Shop shop() {
        return shop;
    }

    Deeds deeds() {
        return deeds;
    }

    /** How many orders the traders have placed, or tried to. */
    int orders() {
        return traders.stream().mapToInt(Trader::orders).sum();
    }

    /** What took effect, though its repetition was refused; known once the breaches are. */
    List<String> denied() {
        return denied;
    }

    /** Trades until so many more deeds are acknowledged, then does something in the midst of it, then stops trading. */
    void tradeUntil(int more, Runnable then) throws Exception {
        inParallel(Trader::trade, () -> {
            awaitMore(more);
            then.run();
        });
    }

    /** Waits, while there is trading, until so many more deeds are acknowledged. */
    void awaitMore(int more) {
        int moment = deeds.acknowledged() + more;
        Awaitility.await("enough to have been acknowledged")
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> deeds.acknowledged() >= moment);
    }

    /** Sees all orders through to their end. */
    void finish() throws Exception {
        inParallel(Trader::finish, () -> Shop.patiently("all orders to be seen through")
                .atMost(Duration.ofMinutes(5))
                .until(() -> traders.stream().allMatch(Trader::isFinished)));
    }

    /** Stops the process when it is quiet, and checks all invariants; all orders must be finished. */
    List<String> breaches(RunningCleave cleave, Supplier<History> stored) {
        return breaches(() -> {
            assertThat(cleave.stop()).as("exit code").isZero();
            return stored.get();
        });
    }

    /** Checks all invariants when it is quiet; all orders must be finished. */
    List<String> breaches(Supplier<History> events) {
        Observed seen = Observed.settled(shop);
        History history = events.get();
        denied.addAll(deeds.deniedAfterwards(history));
        List<String> breaches = new ArrayList<>(deeds.breaches(history));
        breaches.addAll(Invariants.breaches(seen, history));
        traders.forEach(trader -> breaches.addAll(trader.surprises(seen)));
        return breaches;
    }

    private void inParallel(BiConsumer<Trader, BooleanSupplier> work, Runnable meanwhile) throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(traders.size())) {
            List<Future<?>> running = new ArrayList<>();
            traders.forEach(trader -> running.add(threads.submit(() -> work.accept(trader, goOn::get))));
            RuntimeException inVain = null;
            try {
                meanwhile.run();
            } catch (ConditionTimeoutException waited) {
                inVain = waited;
            } finally {
                goOn.set(false);
            }
            for (Future<?> each : running) {
                each.get();
            }
            // Only now, because it may be for a trader's end that it was waited in vain.
            if (inVain != null) {
                throw inVain;
            }
        }
    }
}
