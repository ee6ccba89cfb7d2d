package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trades a file's orders to their ends, each by a thread of its own. */
final class Trading {

    private static final Duration SETTLE_EVERY = Duration.ofMillis(250);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(15);
    private static final String CARRIER = "Example Parcels";

    private final OrderFile file;
    private final Settings settings;
    private final Shop shop;
    private final Latencies latencies = new Latencies();
    private final Market market;
    private final Watch watch;
    private final Map<String, TradedOrder> orders = new LinkedHashMap<>();
    private final Map<TradedOrder, String> tokens = new LinkedHashMap<>();
    private final Semaphore placing;

    private volatile long started = System.nanoTime();
    private volatile Map<String, StockLevel> before = Map.of();
    private volatile @Nullable List<Breach> breaches;

    Trading(OrderFile file, Settings settings, Shop shop) {
        this.file = file;
        this.settings = settings;
        this.shop = shop;
        this.market = new Market(shop, settings, latencies);
        this.watch = new Watch(shop, settings.patience());
        this.placing = new Semaphore(settings.concurrency(), true);
        Map<String, List<OrderFile.Return>> returns =
                file.returns().stream().collect(Collectors.groupingBy(OrderFile.Return::invoice));
        Random random = new Random(settings.seed());
        for (OrderFile.Order order : file.orders()) {
            TradedOrder traded = new TradedOrder(order, returns.getOrDefault(order.invoice(), List.of()));
            orders.put(order.invoice(), traded);
            tokens.put(traded, settings.payments() == Settings.Payments.OK ? "tok_ok" : token(random.nextInt(100)));
        }
    }

    private static String token(int percent) {
        if (percent < 4) {
            return "tok_declined";
        }
        if (percent < 6) {
            return "tok_capture_declined";
        }
        if (percent < 9) {
            return "tok_flaky";
        }
        if (percent < 11) {
            return "tok_timeout";
        }
        if (percent < 14) {
            return "tok_late";
        }
        return percent < 17 ? "tok_twice" : "tok_ok";
    }

    /** Trades until every order is at its end or nothing moves any more, and audits the books. */
    void trade() throws InterruptedException {
        before = StockLevel.read(shop);
        market.list(file.products().sequencedValues());
        market.receive(Market.quantities(file.demand(), settings.stock(), settings.seed()));
        Thread watcher = Thread.ofVirtual().name("watch").start(watch::run);
        watch.moved();
        try (Progress _ = Progress.of("trading orders", orders.size(), this::ended, this::remark);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                placeAll(threads);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        } finally {
            watcher.interrupt();
        }
        breaches = audit();
    }

    private void placeAll(ExecutorService threads) throws InterruptedException {
        List<TradedOrder> rest = new ArrayList<>();
        for (TradedOrder order : orders.values()) {
            order.order().lines().stream().map(line -> market.refused().get(line.sku())).filter(Objects::nonNull).findFirst()
                    .ifPresentOrElse(code -> order.refused("not placed: " + code), () -> rest.add(order));
        }
        if (rest.isEmpty()) {
            throw new Shop.NoAnswer("The system took none of the orders' products: " + market.refused(), null);
        }
        TradedOrder probe = lastListed(rest);
        rest.remove(probe);
        placing.acquire();
        long asked = System.nanoTime();
        place(probe, asked, false);
        String unanswered = probe.unanswered();
        if (unanswered != null) {
            throw new Shop.NoAnswer(unanswered, null);
        }
        latencies.since(Latencies.Step.UNTIL_ORDERABLE, asked);
        if (probe.isAccepted()) {
            watch.startAt(shop.get("/api/ordering/orders/" + probe.id()).json());
        }
        threads.submit(() -> live(probe));
        long first = System.nanoTime();
        started = first;
        for (int i = 0; i < rest.size(); i++) {
            TradedOrder order = rest.get(i);
            if (settings.rate() == 0) {
                placing.acquire();
                threads.submit(() -> placeAndLive(order, System.nanoTime()));
            } else {
                long intended = first + (long) (i * 1e9 / settings.rate());
                pauseUntil(intended);
                threads.submit(() -> {
                    placing.acquire();
                    placeAndLive(order, intended);
                    return null;
                });
            }
        }
    }

    /**
     * The order that names the product listed last: ordering learns of products in the order in which they were listed, so
     * when it takes this one, it knows the products of all.
     */
    private TradedOrder lastListed(List<TradedOrder> all) {
        Set<String> ordered = all.stream().flatMap(order -> order.order().lines().stream()).map(OrderFile.Line::sku)
                .collect(Collectors.toSet());
        String last = file.products().keySet().stream().filter(ordered::contains).toList().getLast();
        return all.stream()
                .filter(order -> order.order().lines().stream().anyMatch(line -> line.sku().equals(last)))
                .min(Comparator.comparingInt(order -> order.order().lines().size()))
                .orElseThrow();
    }

    static void pauseUntil(long nanos) throws InterruptedException {
        long left;
        while ((left = nanos - System.nanoTime()) > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    }

    private void placeAndLive(TradedOrder order, long intended) {
        place(order, intended, true);
        live(order);
    }

    private void place(TradedOrder order, long intended, boolean measured) {
        String customer = People.number(order.order());
        try {
            order.placing(intended);
            Shop.Reply reply = shop.post("/api/ordering/orders", settings.key("order", order.order().invoice()),
                    new Bodies.PlaceOrder(
                            People.customer(customer),
                            People.address(customer, order.order().country()),
                            order.order().lines(),
                            new Bodies.Payment(tokens.get(order))));
            if (measured) {
                latencies.since(Latencies.Step.PLACE, intended);
            }
            watch.moved();
            if (reply.ok()) {
                order.accepted(reply.json().path("orderId").asString("?"));
            } else {
                order.refused(reply.code());
            }
        } catch (RuntimeException e) {
            order.unanswered(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            placing.release();
        }
    }

    /** An order's way from placed to its end. */
    private void live(TradedOrder order) {
        String id = order.id();
        if (id == null) {
            return;
        }
        try {
            if (watch.await(order, id, Status.CONFIRMED) == Status.CONFIRMED) {
                dispatch(order, id);
            }
            if (order.status() == Status.SHIPPED) {
                deliver(order, id);
            }
            times(order);
            if (order.status() == Status.COMPLETED || order.status() == Status.RETURNED) {
                sendBack(order, id);
            }
        } catch (Watch.NothingMoves e) {
            // The audit finds the order where it stayed.
        } catch (RuntimeException e) {
            order.trouble(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch(TradedOrder order, String id) throws InterruptedException {
        long start = System.nanoTime();
        Shop.Reply reply = shop.postWhenKnown("/api/shipping/shipments/" + id + "/dispatch",
                settings.key("dispatch", order.order().invoice()),
                new Bodies.Dispatch(CARRIER, "EX" + Plain.of(order.order().invoice())));
        latencies.since(Latencies.Step.DISPATCH, start);
        if (!reply.ok()) {
            order.trouble("its dispatch was refused: " + reply.code());
        }
        if (watch.await(order, id, Status.SHIPPED) == Status.SHIPPED) {
            latencies.since(Latencies.Step.DISPATCH_TO_SHIPPED, start);
        }
    }

    private void deliver(TradedOrder order, String id) throws InterruptedException {
        long start = System.nanoTime();
        Shop.Reply reply =
                shop.post("/api/shipping/shipments/" + id + "/delivery", settings.key("delivery", order.order().invoice()), null);
        latencies.since(Latencies.Step.DELIVER, start);
        if (!reply.ok()) {
            order.trouble("its delivery was refused: " + reply.code());
        }
        if (watch.await(order, id, Status.COMPLETED) == Status.COMPLETED) {
            latencies.since(Latencies.Step.DELIVERY_TO_COMPLETED, start);
        }
    }

    private void sendBack(TradedOrder order, String id) throws InterruptedException {
        for (OrderFile.Return back : order.returns()) {
            long start = System.nanoTime();
            Shop.Reply reply = shop.post("/api/ordering/orders/" + id + "/returns",
                    settings.key("return", order.order().invoice(), back.cancellation()),
                    Bodies.Return.of(back.pieces()));
            latencies.since(Latencies.Step.RETURN, start);
            if (reply.ok()) {
                order.returnAccepted(back);
            } else {
                order.returnRefused(back, reply.code());
            }
        }
    }

    /** The system's own times say how long it took, whenever the watch looked. */
    private void times(TradedOrder order) {
        Map<String, Instant> at = order.timeline();
        Timeline.took(at, latencies, "placed", "reserved", Latencies.Step.PLACED_TO_RESERVED);
        Timeline.took(at, latencies, "placed", "confirmed", Latencies.Step.PLACED_TO_CONFIRMED);
        Timeline.took(at, latencies, "placed", "completed", Latencies.Step.PLACED_TO_COMPLETED);
    }

    /** Refunds and returned pieces arrive a little after the answer, so the books are read until they are in order. */
    private List<Breach> audit() throws InterruptedException {
        Audit audit = new Audit(before, market.prices(), market.received(), orders.values(), settings.exact());
        Duration within = SETTLE_WITHIN.compareTo(settings.patience()) < 0 ? SETTLE_WITHIN : settings.patience();
        long giveUp = System.nanoTime() + within.toNanos();
        while (true) {
            for (TradedOrder order : orders.values()) {
                String id = order.id();
                if (id != null && !order.acceptedReturns().isEmpty()) {
                    Shop.Reply reply = shop.get("/api/ordering/orders/" + id);
                    if (reply.ok()) {
                        order.seen(reply.json());
                    }
                }
            }
            List<Breach> found = audit.check(StockLevel.read(shop), Ledger.read(shop, settings.ledger()));
            if (found.isEmpty() || System.nanoTime() > giveUp) {
                return found;
            }
            Thread.sleep(SETTLE_EVERY);
        }
    }

    /** What is known by now; may be asked for at any time. */
    Account account() {
        return Account.of(file, settings, orders.values(), latencies, started, shop.repetitions(), breaches);
    }

    Collection<TradedOrder> orders() {
        return orders.values();
    }

    private long ended() {
        return orders.values().stream().filter(o -> o.status().end() || o.refusal() != null).count();
    }

    private String remark() {
        Map<Status, Long> counts = orders.values().stream().filter(TradedOrder::isAccepted)
                .collect(Collectors.groupingBy(TradedOrder::status, Collectors.counting()));
        return "accepted " + counts.values().stream().mapToLong(Long::longValue).sum()
                + ", shipped " + counts.getOrDefault(Status.SHIPPED, 0L)
                + ", completed " + counts.getOrDefault(Status.COMPLETED, 0L)
                + ", rejected " + counts.getOrDefault(Status.REJECTED, 0L);
    }
}
