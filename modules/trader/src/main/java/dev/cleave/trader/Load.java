package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Places orders at a steady rate for a while and looks whether they are confirmed as fast. The rate is kept whatever the
 * answers take, and an order's latency counts from when it was due, so that a slow system can't hide behind a waiting trader.
 */
final class Load {

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(60);
    private static final Duration DRAIN_EVERY = Duration.ofMillis(200);
    private static final int SAMPLED = 200;
    private static final int SMALL_LINES = 3;
    private static final int SMALL_QUANTITY = 5;
    private static final long MOST_STOCK = 500_000_000;

    private final OrderFile file;
    private final Settings settings;
    private final Shape shape;
    private final int seconds;
    private final Shop shop;
    private final Latencies latencies = new Latencies();
    private final Map<String, Long> placed = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /** What the orders look like. */
    enum Shape {
        /** Three lines of products drawn at random. */
        SMALL,
        /** The file's orders, over and over. */
        REAL
    }

    /**
     * What a load came to. The components are the JSON form.
     *
     * @param confirmedPerSecond the orders that were confirmed (or rejected) when the last was due, per second of load
     * @param unfinished orders accepted and not yet confirmed when the last was due
     * @param oldestUnfinishedSeconds how long ago the oldest of them was due
     */
    record Result(
            Shape load,
            double seconds,
            double ratePerSecond,
            long accepted,
            Map<String, Long> refused,
            double linesPerOrder,
            double confirmedPerSecond,
            long unfinished,
            double oldestUnfinishedSeconds,
            double drainedAfterSeconds,
            Map<String, Account.Timing> steps,
            Map<String, Long> repeatedRequests) {

        void print(PrintWriter out) {
            out.println();
            out.printf(Locale.ROOT, "%s orders (%.1f lines): %d accepted in %.1f s, due at %s%n",
                    load.name().toLowerCase(Locale.ROOT), linesPerOrder, accepted, seconds,
                    ratePerSecond == 0 ? "the system's own pace" : ratePerSecond + "/s");
            refused.forEach((code, count) -> out.println("refused " + count + "  " + code));
            repeatedRequests.forEach((code, count) -> out.println("repeated " + count + "  " + code));
            out.printf(Locale.ROOT, "placed to confirmed, sustained: %.1f orders/s%n", confirmedPerSecond);
            out.printf(Locale.ROOT, "at the end %d orders unfinished, the oldest for %.2f s; all were finished %.2f s later%n",
                    unfinished, oldestUnfinishedSeconds, drainedAfterSeconds);
            out.println();
            Account.printSteps(out, steps);
            out.flush();
        }

        boolean isInOrder() {
            return drainedAfterSeconds >= 0 && !refused.containsKey("unanswered");
        }
    }

    Load(OrderFile file, Settings settings, Shape shape, int seconds, Shop shop) {
        this.file = file;
        this.settings = settings;
        this.shape = shape;
        this.seconds = seconds;
        this.shop = shop;
    }

    Result run() throws InterruptedException {
        List<List<OrderFile.Line>> baskets = baskets();
        Market market = new Market(shop, settings, latencies);
        market.list(file.products().sequencedValues());
        market.receive(enough(baskets));
        if (!market.refused().isEmpty()) {
            throw new Shop.NoAnswer("The system did not take these products, so that nothing was measured: " + market.refused(),
                    null);
        }
        waitUntilOrderable();

        long start = System.nanoTime();
        placeAll(baskets, start);
        long end = System.nanoTime();
        Collection<Long> open = unfinished();
        double lasted = (end - start) / 1e9;
        double oldest = open.stream().mapToDouble(due -> (end - due) / 1e9).max().orElse(0);
        double drained = drain(end);
        sampleTimes();
        Map<String, Long> refusals = new TreeMap<>();
        refused.forEach((code, count) -> refusals.put(code, count.sum()));
        double lines = baskets.stream().mapToInt(List::size).average().orElse(0);
        return new Result(shape, rounded(lasted), settings.rate(), placed.size(), refusals, rounded(lines),
                rounded((placed.size() - open.size()) / lasted), open.size(), rounded(oldest), rounded(drained),
                Account.timings(latencies), shop.repetitions());
    }

    private List<List<OrderFile.Line>> baskets() {
        if (shape == Shape.REAL) {
            return file.orders().stream().map(OrderFile.Order::lines).toList();
        }
        Random random = new Random(settings.seed());
        List<String> skus = List.copyOf(file.products().keySet());
        List<List<OrderFile.Line>> baskets = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            List<OrderFile.Line> lines = new ArrayList<>();
            for (int line = 0; line < SMALL_LINES; line++) {
                lines.add(new OrderFile.Line(skus.get(random.nextInt(skus.size())), 1 + random.nextInt(SMALL_QUANTITY)));
            }
            baskets.add(lines);
        }
        return baskets;
    }

    /** Enough of every product, however often the orders come round. */
    private Map<String, Integer> enough(List<List<OrderFile.Line>> baskets) {
        double expected = (settings.rate() == 0 ? 2000 : settings.rate()) * seconds;
        int rounds = (int) Math.ceil(expected / baskets.size()) + 1;
        Map<String, Long> pieces = new HashMap<>();
        file.products().keySet().forEach(sku -> pieces.put(sku, 1L));
        baskets.forEach(lines -> lines.forEach(line -> pieces.merge(line.sku(), (long) line.quantity() * rounds, Long::sum)));
        Map<String, Integer> held = new HashMap<>();
        pieces.forEach((sku, wanted) -> held.put(sku, (int) Math.min(wanted, MOST_STOCK)));
        return held;
    }

    private void waitUntilOrderable() throws InterruptedException {
        String last = List.copyOf(file.products().keySet()).getLast();
        Shop.Reply reply = post("probe", List.of(new OrderFile.Line(last, 1)));
        if (!reply.ok()) {
            throw new Shop.NoAnswer("the system takes no orders: " + reply.code(), null);
        }
    }

    private void placeAll(List<List<OrderFile.Line>> baskets, long start) throws InterruptedException {
        Semaphore free = new Semaphore(settings.concurrency(), true);
        long total = (long) (settings.rate() * seconds);
        long until = start + Duration.ofSeconds(seconds).toNanos();
        try (Progress _ = Progress.of("placing orders", total, answered::get, () -> "sent " + sent.get());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; settings.rate() == 0 || i < total; i++) {
                String number = Long.toString(i);
                List<OrderFile.Line> lines = baskets.get((int) (i % baskets.size()));
                if (settings.rate() == 0) {
                    free.acquire();
                    if (System.nanoTime() > until) {
                        free.release();
                        break;
                    }
                    threads.submit(() -> place(number, lines, System.nanoTime(), free));
                } else {
                    long due = start + (long) (i * 1e9 / settings.rate());
                    Trading.pauseUntil(due);
                    threads.submit(() -> {
                        free.acquire();
                        place(number, lines, due, free);
                        return null;
                    });
                }
                sent.incrementAndGet();
            }
        }
    }

    private void place(String number, List<OrderFile.Line> lines, long due, Semaphore free) {
        try {
            Shop.Reply reply = post(number, lines);
            latencies.since(Latencies.Step.PLACE, due);
            if (reply.ok()) {
                placed.put(reply.json().path("orderId").asString("?"), due);
            } else {
                refused(reply.code());
            }
        } catch (RuntimeException e) {
            refused("unanswered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answered.incrementAndGet();
            free.release();
        }
    }

    private void refused(String code) {
        refused.computeIfAbsent(code, c -> new LongAdder()).increment();
    }

    private Shop.Reply post(String number, List<OrderFile.Line> lines) throws InterruptedException {
        String customer = "load-" + number;
        return shop.post("/api/ordering/orders", settings.key("load", number), new Bodies.PlaceOrder(
                People.customer(customer), People.address(customer, "GB"), lines, new Bodies.Payment("tok_ok")));
    }

    /** When those of our orders were due that are not confirmed yet. */
    private Collection<Long> unfinished() throws InterruptedException {
        Map<String, Long> open = new HashMap<>();
        for (Status status : List.of(Status.PLACED, Status.RESERVED)) {
            shop.list("/api/ordering/orders?status=" + status.text(), item -> {
                String id = item.path("orderId").asString("");
                Long due = placed.get(id);
                if (due != null) {
                    open.put(id, due);
                }
                return true;
            });
        }
        return open.values();
    }

    private double drain(long end) throws InterruptedException {
        while (System.nanoTime() - end < DRAIN_WITHIN.toNanos()) {
            if (unfinished().isEmpty()) {
                return (System.nanoTime() - end) / 1e9;
            }
            Thread.sleep(DRAIN_EVERY);
        }
        return -1;
    }

    /** Asks for some orders' own times. */
    private void sampleTimes() throws InterruptedException {
        List<String> ids = new ArrayList<>(placed.keySet());
        int step = Math.max(1, ids.size() / SAMPLED);
        for (int i = 0; i < ids.size(); i += step) {
            Shop.Reply reply = shop.get("/api/ordering/orders/" + ids.get(i));
            Map<String, Instant> at = Timeline.of(reply.json());
            Timeline.took(at, latencies, "placed", "reserved", Latencies.Step.PLACED_TO_RESERVED);
            Timeline.took(at, latencies, "placed", "confirmed", Latencies.Step.PLACED_TO_CONFIRMED);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
