package dev.cleave.trader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop in memory that answers as the real one does, and can be told to keep false books. */
final class StubShop implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 7;

    private final HttpServer server;
    private final Set<Vice> vices;
    private final Map<String, Answer> answered = new HashMap<>();
    private final Map<String, Map<String, Object>> products = new LinkedHashMap<>();
    private final Map<String, Stock> stock = new TreeMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<Map<String, Object>> ledger = new ArrayList<>();
    private final List<Answer> badDays = new ArrayList<>();
    private int posts;

    /** Ways to go wrong. Each happens once. */
    enum Vice {
        CHARGES_TWICE,
        CHARGES_TOO_MUCH,
        CHARGES_NOTHING,
        CHARGES_THE_REJECTED,
        FORGETS_A_REFUND,
        OVERSELLS,
        LOSES_PIECES,
        SHIPS_TWICE,
        KEEPS_A_RESERVATION,
        LOSES_AN_ORDER,
        HIDES_THE_LEDGER,
        LEAVES_AN_ORDER_LYING,
        MISCALCULATES
    }

    private record Answer(int status, Object body) {}

    private static final class Stock {

        private long onHand;
        private long reserved;
        private long received;
        private long shipped;
        private long returned;
    }

    private static final class Order {

        private String id = "";
        private String status = "placed";
        private String token = "";
        private String rejection = "";
        private boolean askedForShipment;
        private BigDecimal total = BigDecimal.ZERO;
        private final Map<String, Integer> pieces = new LinkedHashMap<>();
        private final Map<String, Integer> left = new LinkedHashMap<>();
        private final List<Map<String, String>> timeline = new ArrayList<>();

        private void becomes(String next) {
            status = next;
            timeline.add(Map.of("at", Instant.now().toString(), "what", next));
        }
    }

    StubShop(Vice... vices) throws IOException {
        this.vices = EnumSet.noneOf(Vice.class);
        this.vices.addAll(List.of(vices));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Answers the next requests to place an order with a problem. */
    void refuseNextOrders(int times, int status, String code, boolean retryable) {
        synchronized (this) {
            for (int i = 0; i < times; i++) {
                badDays.add(new Answer(status, Map.of("code", code, "retryable", retryable)));
            }
        }
    }

    synchronized int ordersPlaced() {
        return orders.size();
    }

    synchronized int posts() {
        return posts;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private boolean once(Vice vice) {
        return vices.remove(vice);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (this) {
                answer = exchange.getRequestMethod().equals("POST")
                        ? post(exchange, body)
                        : get(exchange.getRequestURI());
            }
            byte[] bytes = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer post(HttpExchange exchange, byte[] body) {
        posts++;
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            return problem(400, "no-key");
        }
        Answer known = answered.get(key);
        if (known != null) {
            return known;
        }
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        Answer answer = switch (path[1] + "/" + path[2]) {
            case "catalog/products" -> listProduct(json);
            case "inventory/stock" -> receive(path[3], json);
            case "ordering/orders" -> path.length == 3 ? place(json) : sendBack(orders.get(path[3]), key, json);
            case "shipping/shipments" ->
                path[4].equals("dispatch") ? dispatch(orders.get(path[3])) : deliver(orders.get(path[3]));
            default -> problem(404, "no-such-thing");
        };
        if (answer.status() < 500 && !Boolean.TRUE.equals(((Map<?, ?>) answer.body()).get("retryable"))) {
            answered.put(key, answer);
        }
        return answer;
    }

    private Answer get(URI uri) {
        String path = uri.getPath();
        Map<String, String> query = uri.getQuery() == null ? Map.of() : Stream.of(uri.getQuery().split("&"))
                .map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        if (path.equals("/api/inventory/stock")) {
            return page(stock.entrySet().stream().map(e -> stockItem(e.getKey(), e.getValue())).toList(), query);
        }
        if (path.equals("/simulator/ledger") && !vices.contains(Vice.HIDES_THE_LEDGER)) {
            return page(ledger, query);
        }
        if (path.equals("/api/ordering/orders")) {
            List<Map<String, Object>> found = new ArrayList<>(
                    orders.values().stream().filter(o -> o.status.equals(query.get("status"))).map(this::orderItem).toList());
            return page("newest".equals(query.get("sequence")) ? found.reversed() : found, query);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/api/ordering/orders/") && orders.containsKey(last)) {
            return new Answer(200, orderItem(orders.get(last)));
        }
        if (path.startsWith("/api/catalog/products/") && products.containsKey(last)) {
            return new Answer(200, products.get(last));
        }
        return problem(404, "unknown");
    }

    private static Answer page(List<Map<String, Object>> all, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("after", "0"));
        int to = Math.min(all.size(), from + PAGE);
        Map<String, Object> page = new HashMap<>();
        page.put("items", all.subList(Math.min(from, to), to));
        page.put("next", to < all.size() ? Integer.toString(to) : null);
        return new Answer(200, page);
    }

    private static Answer problem(int status, String code) {
        return new Answer(status, Map.of("code", code));
    }

    private Answer listProduct(JsonNode json) {
        String sku = json.path("sku").asString();
        if (sku.equals("REFUSED")) {
            return problem(422, "product-text-out-of-range");
        }
        if (products.containsKey(sku)) {
            return problem(409, "product-already-listed");
        }
        products.put(sku, Map.of("sku", sku, "price", money(new BigDecimal(json.path("price").path("amount").asString()))));
        return new Answer(201, Map.of("sku", sku));
    }

    private Answer receive(String sku, JsonNode json) {
        Stock level = stock.computeIfAbsent(sku, s -> new Stock());
        level.received += json.path("quantity").asInt();
        level.onHand += json.path("quantity").asInt() - (once(Vice.LOSES_PIECES) ? 1 : 0);
        return new Answer(201, Map.of());
    }

    private static Map<String, Object> stockItem(String sku, Stock level) {
        return Map.of("sku", sku, "onHand", level.onHand, "reserved", level.reserved,
                "available", level.onHand - level.reserved, "received", level.received, "adjusted", 0,
                "shipped", level.shipped, "returned", level.returned);
    }

    private Map<String, Object> orderItem(Order order) {
        return Map.of("orderId", order.id, "status", order.status, "total", money(order.total), "timeline", order.timeline,
                "placedAt", order.timeline.getFirst().get("at"), "reason", order.rejection);
    }

    private static Map<String, String> money(BigDecimal amount) {
        return Map.of("amount", amount.toPlainString(), "currency", "GBP");
    }

    private Answer place(JsonNode json) {
        if (!badDays.isEmpty()) {
            return badDays.removeFirst();
        }
        Order order = new Order();
        order.id = UUID.randomUUID().toString();
        order.token = json.path("payment").path("token").asString();
        for (JsonNode line : json.path("lines")) {
            order.pieces.merge(line.path("sku").asString(), line.path("quantity").asInt(), Integer::sum);
        }
        order.left.putAll(order.pieces);
        order.pieces.forEach((sku, pieces) -> order.total = order.total.add(price(sku).multiply(BigDecimal.valueOf(pieces))));
        if (once(Vice.MISCALCULATES)) {
            order.total = order.total.add(new BigDecimal("0.01"));
        }
        order.becomes("placed");
        if (!once(Vice.LOSES_AN_ORDER)) {
            orders.put(order.id, order);
            decide(order);
        }
        return new Answer(201, Map.of("orderId", order.id, "status", "placed"));
    }

    private BigDecimal price(String sku) {
        return new BigDecimal(((Map<?, ?>) products.get(sku).get("price")).get("amount").toString());
    }

    private void decide(Order order) {
        boolean enough = order.pieces.entrySet().stream().allMatch(e -> {
            Stock level = stock.getOrDefault(e.getKey(), new Stock());
            return level.onHand - level.reserved >= e.getValue();
        });
        if (!enough && !once(Vice.OVERSELLS)) {
            order.rejection = "out-of-stock";
            order.becomes("rejected");
            if (once(Vice.CHARGES_THE_REJECTED)) {
                write(order, "capture", "capture", order.total);
            }
            return;
        }
        order.pieces.forEach((sku, pieces) -> stock.get(sku).reserved += pieces);
        order.becomes("reserved");
        if (order.token.equals("tok_declined")) {
            release(order);
            order.rejection = "payment-declined";
            order.becomes("rejected");
            return;
        }
        write(order, "authorisation", "authorisation", order.total);
        order.becomes("confirmed");
    }

    private void release(Order order) {
        boolean kept = once(Vice.KEEPS_A_RESERVATION);
        order.pieces.forEach((sku, pieces) -> stock.get(sku).reserved -= kept ? pieces - 1 : pieces);
    }

    private void write(Order order, String kind, String reference, BigDecimal amount) {
        ledger.add(Map.of("payment", order.id, "reference", order.id + "/" + reference, "kind", kind, "amount", money(amount),
                "outcome", "approved", "at", Instant.now().toString()));
    }

    private Answer dispatch(Order order) {
        if (!order.askedForShipment) {
            order.askedForShipment = true;
            return problem(404, "shipment-unknown");
        }
        if (once(Vice.LEAVES_AN_ORDER_LYING)) {
            return new Answer(202, Map.of());
        }
        int times = once(Vice.SHIPS_TWICE) ? 2 : 1;
        order.pieces.forEach((sku, pieces) -> {
            Stock level = stock.get(sku);
            level.onHand -= (long) times * pieces;
            level.reserved -= pieces;
            level.shipped += (long) times * pieces;
        });
        if (!once(Vice.CHARGES_NOTHING)) {
            write(order, "capture", "capture", once(Vice.CHARGES_TOO_MUCH) ? order.total.add(BigDecimal.ONE) : order.total);
        }
        if (once(Vice.CHARGES_TWICE)) {
            write(order, "capture", "capture", order.total);
        }
        order.becomes("shipped");
        return new Answer(202, Map.of());
    }

    private Answer deliver(Order order) {
        order.becomes("completed");
        return new Answer(202, Map.of());
    }

    private Answer sendBack(Order order, String key, JsonNode json) {
        BigDecimal refund = BigDecimal.ZERO;
        for (JsonNode line : json.path("lines")) {
            String sku = line.path("sku").asString();
            int pieces = line.path("quantity").asInt();
            if (order.left.getOrDefault(sku, 0) < pieces) {
                return problem(422, "return-exceeds-order");
            }
            order.left.merge(sku, -pieces, Integer::sum);
            stock.get(sku).onHand += pieces;
            stock.get(sku).returned += pieces;
            refund = refund.add(price(sku).multiply(BigDecimal.valueOf(pieces)));
        }
        if (!once(Vice.FORGETS_A_REFUND)) {
            write(order, "refund", "refund/" + key, refund);
        }
        if (order.left.values().stream().allMatch(left -> left == 0)) {
            order.becomes("returned");
        }
        return new Answer(202, Map.of());
    }
}
