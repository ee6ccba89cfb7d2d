package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Sets the shop up for a run: its products are listed and there is stock of them. */
final class Market {

    private static final int SCARCE_ONE_IN = 20;

    private final Shop shop;
    private final Settings settings;
    private final Latencies latencies;
    private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    /** Work on one item that may fail only as the shop's answers may. */
    private interface Work<T> {
        void on(T item) throws InterruptedException;
    }

    Market(Shop shop, Settings settings, Latencies latencies) {
        this.shop = shop;
        this.settings = settings;
        this.latencies = latencies;
    }

    /** What the catalogue asks for each product. */
    Map<String, BigDecimal> prices() {
        return prices;
    }

    /** The products that the system did not take, or took no stock of, with the code of its answer. */
    Map<String, String> refused() {
        return refused;
    }

    /** What was received of each product. */
    Map<String, Integer> received() {
        return received;
    }

    void list(Collection<OrderFile.Product> products) throws InterruptedException {
        inParallel("listing products", products, product -> {
            long start = System.nanoTime();
            Shop.Reply reply = shop.post("/api/catalog/products", settings.key("product", product.sku()),
                    new Bodies.Product(product.sku(), product.name(), Bodies.Price.of(product.price())));
            latencies.since(Latencies.Step.LIST_PRODUCT, start);
            if (reply.ok()) {
                prices.put(product.sku(), product.price());
            } else if (reply.status() == 409) {
                prices.put(product.sku(), listedPrice(product.sku()));
            } else {
                refused.put(product.sku(), reply.code());
            }
        });
    }

    /** Somebody listed the product before, maybe for another price. */
    private BigDecimal listedPrice(String sku) throws InterruptedException {
        JsonNode product = shop.get("/api/catalog/products/" + sku).json();
        BigDecimal price = TradedOrder.amount(product.path("price"));
        if (price == null) {
            throw new Shop.NoAnswer("product " + sku + " is listed already, but its price can't be read", null);
        }
        return price;
    }

    void receive(Map<String, Integer> quantities) throws InterruptedException {
        Map<String, Integer> wanted = new TreeMap<>(quantities);
        wanted.keySet().removeAll(refused.keySet());
        inParallel("receiving stock", wanted.entrySet(), entry -> {
            String sku = entry.getKey();
            long start = System.nanoTime();
            Shop.Reply reply = shop.post("/api/inventory/stock/" + sku + "/receipts", settings.key("receipt", sku),
                    new Bodies.Receipt(entry.getValue(), settings.key()));
            latencies.since(Latencies.Step.RECEIVE_STOCK, start);
            if (reply.ok()) {
                received.put(sku, entry.getValue());
            } else {
                refused.put(sku, reply.code());
            }
        });
    }

    /** How much of each product to receive for the given demand; which products are scarce depends on the seed alone. */
    static Map<String, Integer> quantities(Map<String, Integer> demand, Settings.Stock stock, long seed) {
        Map<String, Integer> quantities = new TreeMap<>(demand);
        if (stock == Settings.Stock.SCARCE) {
            Random random = new Random(seed);
            quantities.replaceAll((sku, pieces) -> random.nextInt(SCARCE_ONE_IN) == 0 ? Math.max(1, pieces / 2) : pieces);
        }
        return quantities;
    }

    private <T> void inParallel(String phase, Collection<T> items, Work<T> work) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        Semaphore free = new Semaphore(settings.concurrency());
        try (Progress _ = Progress.of(phase, items.size(), done::get, () -> "");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>(items.size());
            for (T item : items) {
                free.acquire();
                futures.add(threads.submit(() -> {
                    try {
                        work.on(item);
                        done.incrementAndGet();
                    } finally {
                        free.release();
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Shop.NoAnswer noAnswer) {
                throw noAnswer;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
