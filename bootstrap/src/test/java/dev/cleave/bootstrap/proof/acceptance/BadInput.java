package dev.cleave.bootstrap.proof.acceptance;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a caller sends, it is told what is wrong, and nothing is changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInput {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDERS = "/api/ordering/orders";

    private final Shop shop;
    private String sku = "";

    BadInput(Shop shop) {
        this.shop = shop;
    }

    /** What is sent instead of a good order, and what it is told. */
    private record Bad(String what, int status, String code, Function<String, Object> body) {

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    void listProduct() {
        sku = shop.product("90000000000.00", 10);
    }

    static Stream<Bad> badOrders() {
        return Stream.of(
                bad("no body", sku -> null),
                text("an empty body", body -> ""),
                text("blanks", body -> "   "),
                text("null", body -> "null"),
                text("a text", body -> "\"order\""),
                text("a list", body -> "[" + body + "]"),
                text("half of it", body -> body.substring(0, body.length() / 2)),
                text("two bodies", body -> body + body),
                text("something behind it", body -> body + " x"),
                text("a comment", body -> "/* please */" + body),
                text("an unknown property", body -> body.replaceFirst("\\{", "{\"discount\": 10, ")),
                text("an unknown property within", body -> body.replace("\"name\"", "\"vip\": true, \"name\"")),
                text("a class name in it", body -> body.replaceFirst("\\{", "{\"@class\": \"java.lang.Runtime\", ")),
                text("a property twice", body -> body.replace("\"token\"", "\"token\": \"tok_ok\", \"token\"")),
                text("nested very deeply", body -> "[".repeat(5_000)),
                quantity("-1"),
                quantity("0"),
                quantity("1.5"),
                quantity("1.0"),
                quantity("1e2"),
                quantity("\"1\""),
                quantity("null"),
                quantity("true"),
                quantity("[]"),
                quantity("NaN"),
                quantity("2147483648"),
                quantity("9".repeat(2_000)),
                quantity(422, "quantity-out-of-range", "2147483647"),
                quantity(422, "quantity-out-of-range", "100001"),
                quantity(422, "total-too-large", "2"),
                new Bad("quantities that overflow together", 422, "quantity-out-of-range",
                        sku -> JSON.writeValueAsString(Order.of(sku, 99_999).and(sku, 99_999).body())),
                new Bad("too many lines", 422, "too-many-lines", sku -> {
                    List<Order.Line> lines = new ArrayList<>();
                    for (int i = 0; i < 1_001; i++) {
                        lines.add(new Order.Line(sku, 1));
                    }
                    return JSON.writeValueAsString(Order.of(lines).body());
                }),
                new Bad("a body over the limit", 413, "body-too-large", sku -> "x".repeat(1_048_577)),
                bad("no lines", sku -> JSON.writeValueAsString(Order.of(List.of()).body())),
                text("lines null", body -> body.replaceFirst("\"lines\":\\[.*?]", "\"lines\":null")),
                text("a line null", body -> body.replaceFirst("\"lines\":\\[.*?]", "\"lines\":[null]")),
                text("lines no list", body -> body.replaceFirst("\"lines\":\\[.*?]", "\"lines\":{}")),
                text("no customer", body -> body.replaceFirst("\"customer\":\\{.*?},", "")),
                text("no address", body -> body.replaceFirst("\"shipTo\":\\{.*?},", "")),
                text("no payment", body -> body.replaceFirst(",\"payment\":\\{.*?}", "")),
                text("a name of nothing", body -> body.replace("Ada Example", "  ")),
                text("a name without end", body -> body.replace("Ada Example", "A".repeat(201))),
                text("a name with a line break", body -> body.replace("Ada Example", "Ada\\nBcc: all@example.org")),
                text("no mail address", body -> body.replace("ada@example.org", "ada")),
                text("a country in words", body -> body.replace("\"GB\"", "\"Great Britain\"")),
                text("a token that is none", body -> body.replace("tok_ok", "tok ok")),
                text("a sku of blanks", body -> body.replaceAll("\"sku\":\"[^\"]*\"", "\"sku\":\"a b\"")),
                text("an empty sku", body -> body.replaceAll("\"sku\":\"[^\"]*\"", "\"sku\":\"\"")),
                text("a sku without end", body -> body.replaceAll("\"sku\":\"[^\"]*\"", "\"sku\":\"" + "s".repeat(81) + "\"")),
                text("a sku as a number", body -> body.replaceAll("\"sku\":\"[^\"]*\"", "\"sku\":4711")),
                text("a customer with a slash",
                        body -> body.replace("\"customer\":{", "\"customer\":{\"id\":\"../../etc\", ")),
                new Bad("a body that is no UTF-8", 400, "malformed-request",
                        sku -> good(sku).replace("Ada", "Ad\u00e4").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Bad bad(String what, Function<String, Object> body) {
        return new Bad(what, 400, "malformed-request", body);
    }

    private static Bad text(String what, UnaryOperator<String> change) {
        return bad(what, sku -> {
            String changed = change.apply(good(sku));
            assertThat(changed).as("the order that is to be bad").isNotEqualTo(good(sku));
            return changed;
        });
    }

    private static Bad quantity(String number) {
        return quantity(400, "malformed-request", number);
    }

    private static Bad quantity(int status, String code, String number) {
        String shown = number.length() > 20 ? number.substring(0, 20) + "…" : number;
        return new Bad("quantity " + shown, status, code, sku -> good(sku).replace("\"quantity\":1", "\"quantity\":" + number));
    }

    private static String good(String sku) {
        return JSON.writeValueAsString(Order.of(sku, 1).body());
    }

    @ParameterizedTest
    @MethodSource
    void badOrders(Bad bad) {
        Object body = bad.body().apply(sku);
        nothingComesOf(() -> {
            shop.post(ORDERS, body).expect(bad.status(), bad.code());
            shop.post(ORDERS, body, fresh("key")).expect(bad.status(), bad.code());
        });
    }

    @Test
    void aGoodOrderIsTakenThere() {
        String id = shop.post(ORDERS, good(shop.product("1.00", 1))).expect(201).text("orderId");
        shop.await(id, "confirmed");
    }

    @Test
    void otherMediaTypesAreRefused() {
        nothingComesOf(() -> {
            for (String type : List.of(
                    "text/plain", "application/xml", "application/yaml", "application/x-www-form-urlencoded", "nonsense")) {
                Answer refused = shop.send("POST", ORDERS, good(sku), Map.of("Content-Type", type));
                refused.expect(415, "unsupported-media-type");
            }
            shop.send("GET", ORDERS, null, Map.of("Accept", "application/xml")).expect(406, "not-acceptable");
            shop.send("DELETE", ORDERS, null, Map.of()).expect(405, "method-not-allowed");
            shop.send("PATCH", ORDERS, good(sku), Map.of()).expect(405, "method-not-allowed");
        });
    }

    @Test
    void malformedAddressesAreRefused() {
        for (String path : List.of(
                ORDERS + "/a%20b",
                ORDERS + "/" + "o".repeat(37),
                ORDERS + "?customer=a%20b",
                "/api/catalog/products/a%20b",
                "/api/inventory/stock/" + "s".repeat(81),
                "/api/payment/payments/" + "p".repeat(81))) {
            shop.get(path).expect(400, "malformed-parameter");
        }
        for (String list : List.of(
                ORDERS, "/api/catalog/products", "/api/inventory/stock", "/api/shipping/shipments", "/api/notification/outbox")) {
            for (String limit : List.of("0", "-1", "501", "x", "99999999999")) {
                shop.get(list + "?limit=" + limit).expect(400, "malformed-limit");
                shop.get("/simulator/ledger?limit=" + limit).expect(400, "malformed-limit");
            }
            for (String cursor : List.of("nonsense", "***")) {
                shop.get(list + "?after=" + cursor).expect(400, "malformed-cursor");
            }
        }
        shop.get(ORDERS + "?status=lost").expect(400, "malformed-status");
        shop.get("/api/shipping/shipments?status=lost").expect(400, "malformed-status");
    }

    @Test
    void malformedKeysAreRefused() {
        for (String key : List.of("", "k".repeat(256))) {
            nothingComesOf(() -> shop.send("POST", ORDERS, good(sku), Map.of("Idempotency-Key", key))
                    .expect(400, "malformed-idempotency-key"));
        }
    }

    @Test
    void badProductsAreRefused() {
        String fresh = fresh("sku");
        String product = "{\"sku\":\"%s\",\"name\":\"A\",\"price\":%s}";
        for (String price : List.of(
                "{\"amount\":\"1.00\",\"currency\":\"XYZ\"}",
                "{\"amount\":\"1.00\",\"currency\":\"gbp\"}",
                "{\"amount\":\"1.00\",\"currency\":\"\"}",
                "{\"amount\":\"1.00\"}",
                "{\"currency\":\"GBP\"}",
                "{\"amount\":\"1.001\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1,00\",\"currency\":\"GBP\"}",
                "{\"amount\":\"one\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1e400000000\",\"currency\":\"GBP\"}",
                "{\"amount\":\"" + "9".repeat(5_000) + "\",\"currency\":\"GBP\"}",
                "{\"amount\":\"1.00\",\"currency\":\"GBP\",\"tax\":\"0\"}",
                "\"1.00 GBP\"",
                "1.00",
                "null")) {
            shop.post("/api/catalog/products", product.formatted(fresh, price)).expect(400, "malformed-request");
        }
        shop.list(fresh, "0.00").expect(422, "price-out-of-range");
        shop.list(fresh, "-1.00").expect(422, "price-out-of-range");
        shop.list(fresh, "999999999999.00").expect(422, "price-out-of-range");
        shop.get("/api/catalog/products/" + fresh).expect(404, "product-unknown");

        shop.list(sku, "1.00").expect(409, "product-already-listed");
        shop.put("/api/catalog/products/" + sku + "/price", "{\"amount\":\"1.00\",\"currency\":\"XYZ\"}")
                .expect(400, "malformed-request");
        shop.reprice(fresh, "1.00").expect(404, "product-unknown");
        shop.retire(fresh).expect(404, "product-unknown");
    }

    @Test
    void badReceiptsAndCorrectionsAreRefused() {
        nothingComesOf(() -> {
            String receipts = "/api/inventory/stock/" + sku + "/receipts";
            for (String quantity : List.of("0", "-5", "1.5", "\"5\"", "null", "2147483648", "1000000001")) {
                shop.post(receipts, "{\"quantity\":" + quantity + ",\"reference\":\"r\"}").expect(400, "malformed-request");
            }
            shop.post(receipts, "{\"quantity\":1}").expect(400, "malformed-request");
            shop.receive(sku, 1_000_000_000, fresh("receipt")).expect(422, "quantity-too-large");
            shop.adjust(sku, 0, fresh("correction")).expect(400, "malformed-request");
            shop.adjust(sku, -11, fresh("correction")).expect(409, "stock-reserved");
        });
    }

    /** Orders of the product that is only asked for wrongly can be told by their price. */
    private void nothingComesOf(Runnable request) {
        JsonNode stock = shop.stock(sku);
        long orders = orders();
        request.run();
        assertThat(orders()).as("orders").isEqualTo(orders);
        assertThat(shop.stock(sku)).isEqualTo(stock);
    }

    private long orders() {
        return shop.get(ORDERS + "?sequence=newest&limit=500").expect(200).json().path("items").values().stream()
                .filter(order -> order.path("total").path("amount").asString("").equals("9000000.00"))
                .count();
    }
}
