package dev.cleave.bootstrap.proof.acceptance;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request with an Idempotency-Key takes effect once, however often it is sent. */
abstract class Repetitions {

    private final Shop shop;

    Repetitions(Shop shop) {
        this.shop = shop;
    }

    @Test
    void theSameOrderAgainIsTheSameOrder() {
        String sku = shop.product("1.00", 10);
        Order order = Order.of(sku, 1);
        String key = fresh("key");

        Answer first = shop.order(order, key).expect(201);
        shop.await(first.text("orderId"), "confirmed");
        Answer second = shop.order(order, key).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(shop.stock(sku).path("reserved").asLong(-1)).isOne();
        assertThat(shop.all("/api/ordering/orders?customer=" + first.text("customerId"))).hasSize(1);
    }

    @Test
    void ordersSentAtOnceUnderOneKeyAreOneOrder() throws Exception {
        String sku = shop.product("1.00", 100);
        for (int round = 0; round < 5; round++) {
            Order order = Order.of(sku, 1);
            String key = fresh("key");

            List<Answer> answers = AtOnce.all(8, i -> shop.order(order, key));

            assertThat(answers).allSatisfy(answer -> answer.expect(201));
            assertThat(answers).extracting(answer -> answer.text("orderId")).containsOnly(answers.getFirst().text("orderId"));
            shop.await(answers.getFirst().text("orderId"), "confirmed");
        }
        shop.awaitQuiet();
        assertThat(shop.stock(sku).path("reserved").asLong(-1)).isEqualTo(5);
    }

    @Test
    void anotherOrderUnderTheSameKeyIsRefused() {
        String sku = shop.product("1.00", 10);
        String key = fresh("key");
        Answer first = shop.order(Order.of(sku, 1), key).expect(201);

        shop.order(Order.of(sku, 2), key).expect(422, "idempotency-key-reused");

        assertThat(shop.order(first.text("orderId")).path("lines").get(0).path("quantity").asInt(0)).isOne();
    }

    @Test
    void aRefusalIsRepeatedToo() {
        String sku = shop.product("1.00", 10);
        String key = fresh("key");
        Answer first = shop.order(Order.of(sku, 100_001), key).expect(422, "quantity-out-of-range");
        assertThat(shop.order(Order.of(sku, 100_001), key).body()).isEqualTo(first.body());
    }

    @Test
    void whatWasRefusedForNowIsTriedAgain() {
        String order = shop.readyToLeave(Order.of(shop.product("1.00", 1), 1));
        String delivery = "/api/shipping/shipments/" + order + "/delivery";
        String key = fresh("key");
        shop.post(delivery, null, key).expect(409, "shipment-not-dispatched");
        shop.dispatch(order).expect(202);
        shop.await(order, "shipped");
        shop.post(delivery, null, key).expect(202);
    }

    @Test
    void everyChangeIsRepeatedWithoutASecondEffect() {
        String sku = fresh("sku");
        Map<String, Object> product =
                Map.of("sku", sku, "name", "A", "price", Map.of("amount", "1.00", "currency", "GBP"));
        twice("/api/catalog/products", product, 201);
        twice("/api/inventory/stock/" + sku + "/receipts", Map.of("quantity", 7, "reference", fresh("receipt")), 201);
        shop.awaitOrderable(sku);
        String id = shop.readyToLeave(Order.of(sku, 3));
        twice("/api/shipping/shipments/" + id + "/dispatch", Map.of("carrier", "A", "trackingNumber", "1"), 202);
        shop.await(id, "shipped");
        twice("/api/shipping/shipments/" + id + "/delivery", null, 202);
        shop.await(id, "completed");
        twice("/api/ordering/orders/" + id + "/returns", Map.of("lines", List.of(new Order.Line(sku, 1))), 202);
        Shop.patiently("the refund").until(() -> shop.ledger(id).of(id).refunded().signum() > 0);
        shop.awaitQuiet();
        assertThat(shop.ledger(id).of(id).refunded()).isEqualByComparingTo("1.00");
        assertThat(shop.stock(sku).path("onHand").asLong(-1)).isEqualTo(5);
        String other = shop.confirmed(Order.of(sku, 1));
        twice("/api/ordering/orders/" + other + "/cancellation", Map.of("reason", "no"), 202);
        shop.await(other, "cancelled");
    }

    private void twice(String path, Object body, int status) {
        String key = fresh("key");
        Answer first = shop.post(path, body, key).expect(status);
        Answer second = shop.post(path, body, key).expect(status);
        assertThat(second.body()).isEqualTo(first.body());
    }
}
