package dev.cleave.bootstrap.proof.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers say to the system over HTTP, in the words of the shop. */
public final class Shop {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ENDS = List.of("completed", "rejected", "cancelled", "returned");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<URI> url;
    private final @Nullable Operators operators;

    public Shop(Supplier<URI> url) {
        this(url, null);
    }

    /** @param operators who operate it, where it is more than one process */
    public Shop(Supplier<URI> url, @Nullable Operators operators) {
        this.url = url;
        this.operators = operators;
    }

    // Products and stock

    public Answer list(String sku, String price) {
        return list(sku, price, "GBP");
    }

    public Answer list(String sku, String price, String currency) {
        return post("/api/catalog/products",
                Map.of("sku", sku, "name", "Product " + sku, "price", Map.of("amount", price, "currency", currency)));
    }

    public Answer reprice(String sku, String price) {
        return put("/api/catalog/products/" + sku + "/price", Map.of("amount", price, "currency", "GBP"));
    }

    public Answer retire(String sku) {
        return post("/api/catalog/products/" + sku + "/retirement", null);
    }

    public Answer receive(String sku, int quantity, String reference) {
        return post("/api/inventory/stock/" + sku + "/receipts", Map.of("quantity", quantity, "reference", reference));
    }

    public Answer adjust(String sku, int change, String reference) {
        return post("/api/inventory/stock/" + sku + "/adjustments",
                Map.of("change", change, "reason", "counted", "reference", reference));
    }

    /** Lists a new product of which there are so many pieces; its sku. */
    public String product(String price, int pieces) {
        String sku = fresh("sku");
        list(sku, price).expect(201);
        if (pieces > 0) {
            receive(sku, pieces, fresh("receipt")).expect(201);
        }
        return sku;
    }

    public JsonNode stock(String sku) {
        return get("/api/inventory/stock/" + sku).expect(200).json();
    }

    // Orders

    public Answer order(Order order, @Nullable String key) {
        return post("/api/ordering/orders", order.body(), key);
    }

    /** Places an order that is to be taken; its id. */
    public String place(Order order) {
        return order(order, fresh("key")).expect(201).text("orderId");
    }

    /** Places an order and waits until it is paid for; its id. */
    public String confirmed(Order order) {
        String id = place(order);
        await(id, "confirmed");
        return id;
    }

    /** Places an order and waits until it is paid for and shipping has heard of it, which comes a moment later; its id. */
    public String readyToLeave(Order order) {
        String id = confirmed(order);
        patiently("a shipment of order " + id).until(() -> get("/api/shipping/shipments/" + id).status() == 200);
        return id;
    }

    /** Places an order and waits until it has left; its id. */
    public String shipped(Order order) {
        String id = readyToLeave(order);
        dispatch(id).expect(202);
        await(id, "shipped");
        return id;
    }

    /** Places an order and waits until it has arrived; its id. */
    public String completed(Order order) {
        String id = shipped(order);
        deliver(id).expect(202);
        await(id, "completed");
        return id;
    }

    public Answer cancel(String order, String reason) {
        return post("/api/ordering/orders/" + order + "/cancellation", Map.of("reason", reason));
    }

    public Answer cancel(String order) {
        return cancel(order, "changed my mind");
    }

    public Answer takeBack(String order, String reference, Order.Line... lines) {
        return takeBack(order, reference, List.of(lines), null);
    }

    public Answer takeBack(String order, String reference, List<Order.Line> lines, @Nullable String key) {
        return post("/api/ordering/orders/" + order + "/returns", Map.of("reference", reference, "lines", lines), key);
    }

    public Answer erase(String customer) {
        return post("/api/ordering/customers/" + customer + "/erasure", null);
    }

    public JsonNode order(String id) {
        return get("/api/ordering/orders/" + id).expect(200).json();
    }

    public String status(String order) {
        return order(order).path("status").asString("");
    }

    /** Waits until an order has the status; at once in vain if it ends otherwise. */
    public JsonNode await(String order, String status) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        patiently("order " + order + " to be " + status).until(() -> {
            JsonNode now = order(order);
            seen.set(now);
            String has = now.path("status").asString("");
            boolean returning = has.equals("completed") && status.equals("returned");
            if (!has.equals(status) && ENDS.contains(has) && !returning) {
                throw new AssertionError("The order is to be " + status + " but ended as " + now);
            }
            return has.equals(status);
        });
        return seen.get();
    }

    /** Waits until something is on an order's timeline. */
    public JsonNode awaitStep(String order, String what) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        patiently(what + " of order " + order).until(() -> {
            seen.set(order(order));
            return steps(seen.get()).contains(what);
        });
        return seen.get();
    }

    public static List<String> steps(JsonNode order) {
        List<String> steps = new ArrayList<>();
        order.path("timeline").forEach(step -> steps.add(step.path("what").asString("")));
        return steps;
    }

    // Shipments and payments

    public Answer dispatch(String order) {
        return dispatch(order, "T-" + order, null);
    }

    public Answer dispatch(String order, String trackingNumber, @Nullable String key) {
        return post("/api/shipping/shipments/" + order + "/dispatch",
                Map.of("carrier", "Example Post", "trackingNumber", trackingNumber), key);
    }

    public Answer deliver(String order) {
        return post("/api/shipping/shipments/" + order + "/delivery", null);
    }

    public JsonNode payment(String order) {
        return get("/api/payment/payments/" + order).expect(200).json();
    }

    /** What the provider's ledger says of one order. */
    public Ledger ledger(String order) {
        return Ledger.of(all("/simulator/ledger?reference=" + order));
    }

    /** What the provider's ledger says of everything. */
    public Ledger ledger() {
        return Ledger.of(all("/simulator/ledger"));
    }

    // Operation

    public Answer processor(String name, String action) {
        return post("/actuator/processors/" + name, Map.of("action", action));
    }

    /** Does something while a processor rests. */
    public void resting(String processor, Runnable work) {
        processor(processor, "pause").expect(200);
        try {
            work.run();
        } finally {
            processor(processor, "resume").expect(200);
        }
    }

    public JsonNode processors() {
        return get("/actuator/processors").expect(200).json();
    }

    public List<String> views() {
        List<String> names = new ArrayList<>();
        processors().path("processors").forEach(processor -> {
            if (processor.path("replayable").asBoolean(false)) {
                names.add(processor.path("name").asString(""));
            }
        });
        return names;
    }

    /** Waits until every processor has read everything, and nothing new has come of it; the last event's position. */
    public long awaitQuiet() {
        AtomicReference<Long> before = new AtomicReference<>(-2L);
        patiently("all processors to have read everything").until(() -> {
            JsonNode now = processors();
            long head = now.path("head").asLong(-1);
            boolean quiet = head == before.getAndSet(head);
            for (JsonNode processor : now.path("processors")) {
                quiet &= processor.path("lag").asLong(-1) == 0 && !processor.path("replaying").asBoolean(true);
            }
            return quiet;
        });
        return before.get();
    }

    // How it is said

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=500"
                    + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            page.path("items").forEach(items::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return items;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return post(path, body, null);
    }

    public Answer post(String path, @Nullable Object body, @Nullable String key) {
        return send("POST", path, body, key == null ? Map.of() : Map.of("Idempotency-Key", key));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    /**
     * Sends a request, and again when it is told that it was turned away for the moment.
     *
     * @param body text as it is, bytes as they are, anything else as JSON
     */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        if (operators != null && Operators.ask(path)) {
            return operators.send(method, path, body);
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                Answer answer = trySend(method, path, body, headers);
                Optional<Duration> pause = answer.comeBackAfter();
                if (pause.isEmpty() || System.nanoTime() > giveUp) {
                    return answer;
                }
                Thread.sleep(pause.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request once. */
    public Answer trySend(String method, String path, @Nullable Object body, Map<String, String> headers) throws IOException {
        Map<String, String> said = new LinkedHashMap<>(headers);
        HttpRequest.BodyPublisher content = switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            default -> HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
        if (body != null) {
            said.putIfAbsent("Content-Type", "application/json");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.get().resolve(path)).timeout(Duration.ofSeconds(30)).method(method, content);
        said.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(25));
    }

    /** A name that nobody used before. */
    public static String fresh(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static BigDecimal amount(JsonNode money) {
        return money.isObject() ? new BigDecimal(money.path("amount").asString("0")) : BigDecimal.ZERO.setScale(2);
    }

    /**
     * What the provider did for each payment.
     *
     * @param accounts by the payment's number
     */
    public record Ledger(Map<String, Account> accounts) {

        /** The effects on one payment; repeated questions have none. */
        public record Account(BigDecimal authorised, BigDecimal captured, BigDecimal released, BigDecimal refunded,
                int captures) {

            static final Account EMPTY = new Account(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

            public BigDecimal charged() {
                return captured.subtract(refunded);
            }

            public BigDecimal held() {
                return authorised.subtract(captured).subtract(released);
            }
        }

        public static Ledger of(List<JsonNode> entries) {
            Map<String, Account> accounts = new HashMap<>();
            for (JsonNode entry : entries) {
                boolean undone = entry.path("outcome").asString("").equals("undone");
                if (undone || entry.path("outcome").asString("").equals("approved")) {
                    BigDecimal done = amount(entry.path("amount"));
                    BigDecimal amount = undone ? done.negate() : done;
                    accounts.compute(entry.path("payment").asString(""), (payment, known) -> {
                        Account was = known == null ? Account.EMPTY : known;
                        return switch (entry.path("kind").asString("")) {
                            case "authorisation" -> new Account(
                                    was.authorised().add(amount), was.captured(), was.released(), was.refunded(), was.captures());
                            case "capture" -> new Account(
                                    was.authorised(), was.captured().add(amount), was.released(), was.refunded(),
                                    was.captures() + (undone ? -1 : 1));
                            case "cancellation" -> new Account(
                                    was.authorised(), was.captured(), was.released().add(amount), was.refunded(), was.captures());
                            case "refund" -> new Account(
                                    was.authorised(), was.captured(), was.released(), was.refunded().add(amount), was.captures());
                            default -> throw new AssertionError("An entry of an unknown kind: " + entry);
                        };
                    });
                }
            }
            return new Ledger(accounts);
        }

        public Account of(String payment) {
            return accounts.getOrDefault(payment, Account.EMPTY);
        }
    }
}
