package dev.cleave.bootstrap.proof.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Deeds.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** The same orders for every system: many that don't compete and go different ways, and some for the last pieces of one product. */
public final class SeededOrders {

    private static final int PRODUCTS = 6;
    private static final int TRADERS = 3;
    private static final int ORDERS_EACH = 6;
    private static final int LAST_PIECES = 3;
    private static final int WANTED = 6;

    private final Shop shop;
    private final Deeds deeds;
    private final List<Trader> apart = new ArrayList<>();
    private final Trader competing;

    /**
     * How they ended.
     *
     * @param apart each of those that don't compete
     * @param sold how many of the competing ones got a piece, and what was charged for these altogether
     */
    public record Outcome(List<String> apart, List<String> sold) {}

    public SeededOrders(Shop shop, long seed) {
        this.shop = shop;
        this.deeds = new Deeds(shop);
        List<String> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add("sku-" + i);
            asked(Deed.list("sku-" + i, (i + 1) + ".99"));
            asked(Deed.receive("sku-" + i, 100_000));
        }
        asked(Deed.list("sku-scarce", "7.50"));
        asked(Deed.receive("sku-scarce", LAST_PIECES));
        for (int i = 0; i < TRADERS; i++) {
            Trader trader = new Trader(shop, deeds, products, List.of("sku-scarce"), seed + i);
            trader.plan(ORDERS_EACH);
            apart.add(trader);
        }
        competing = new Trader(shop, deeds, products, List.of("sku-scarce"), seed);
        for (int i = 0; i < WANTED; i++) {
            competing.plan(Order.of("sku-scarce", 1));
        }
    }

    public Shop shop() {
        return shop;
    }

    private void asked(Deed deed) {
        Shop.patiently(deed.effect()).until(() -> {
            Optional<Answer> answer = deeds.ask(deed);
            answer.ifPresent(said -> assertThat(said.isAccepted()).as(said.body()).isTrue());
            return answer.isPresent();
        });
    }

    /** Places them all and sees each through to its end. */
    public void seeThrough() throws Exception {
        List<Trader> traders = new ArrayList<>(apart);
        traders.add(competing);
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(traders.size())) {
            List<Future<?>> running = new ArrayList<>();
            traders.forEach(trader -> running.add(threads.submit(() -> trader.finish(goOn::get))));
            try {
                Shop.patiently("all orders to be seen through")
                        .atMost(java.time.Duration.ofMinutes(3))
                        .until(() -> running.stream().allMatch(Future::isDone));
            } finally {
                goOn.set(false);
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    /** Breaches of all invariants, and orders that ended otherwise than their input has them end. */
    public List<String> breaches(Observed seen, History history) {
        List<String> breaches = new ArrayList<>(deeds.breaches(history));
        breaches.addAll(Invariants.breaches(seen, history));
        apart.forEach(trader -> breaches.addAll(trader.surprises(seen)));
        breaches.addAll(competing.surprises(seen));
        return breaches;
    }

    public Outcome outcome(Observed seen) {
        return new Outcome(
                apart.stream().flatMap(trader -> trader.outcomes(seen).stream()).toList(),
                competing.outcomes(seen).stream().sorted().toList());
    }
}
