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
    void whatIsAskedForAgainWithoutAKeySaysThatItWasDoneBefore() {
        String sku = fresh("sku");
        Map<String, Object> money = Map.of("amount", "2.00", "currency", "GBP");
        first(shop.list(sku, "1.00"), 201, "alreadyDone", "product");
        again(shop.list(sku, "1.00"), "alreadyDone", "product");
        first(shop.receive(sku, 7, "r"), 201, "alreadyCounted", "stock");
        again(shop.receive(sku, 7, "r"), "alreadyCounted", "stock");
        shop.receive(sku, 8, "r").expect(409, "reference-reused");
        first(shop.adjust(sku, -1, "a"), 201, "alreadyCounted", "stock");
        again(shop.adjust(sku, -1, "a"), "alreadyCounted", "stock");
        shop.adjust(sku, -2, "a").expect(409, "reference-reused");
        assertThat(shop.stock(sku).path("onHand").asLong(-1)).isEqualTo(6);
        String price = "/api/catalog/products/" + sku + "/price";
        first(shop.put(price, money), 200, "alreadyDone", "product");
        again(shop.put(price, money), "alreadyDone", "product");
        String text = "/api/catalog/products/" + sku;
        first(shop.patch(text, Map.of("name", "B")), 200, "alreadyDone", "product");
        again(shop.patch(text, Map.of("name", "B")), "alreadyDone", "product");

        String cancelled = shop.confirmed(Order.of(sku, 1));
        first(shop.cancel(cancelled), 202, "alreadyDone", "status");
        again(shop.cancel(cancelled), "alreadyDone", "status");
        String id = shop.readyToLeave(Order.of(sku, 2));
        first(shop.dispatch(id), 202, "alreadyDone", "shipment");
        again(shop.dispatch(id), "alreadyDone", "shipment");
        shop.await(id, "shipped");
        first(shop.deliver(id), 202, "alreadyDone", "shipment");
        again(shop.deliver(id), "alreadyDone", "shipment");
        shop.await(id, "completed");
        first(shop.takeBack(id, "back", new Order.Line(sku, 1)), 202, "alreadyDone", "status");
        again(shop.takeBack(id, "back", new Order.Line(sku, 1)), "alreadyDone", "status");
        first(shop.retire(sku), 200, "alreadyDone", "product");
        again(shop.retire(sku), "alreadyDone", "product");
    }

    private static void first(Answer answer, int status, String flag, String state) {
        assertThat(answer.expect(status).json().path(flag).asBoolean(true)).as(answer.body()).isFalse();
        assertThat(answer.json().path(state).isNull() || answer.json().path(state).isMissingNode()).as(answer.body()).isFalse();
    }

    private static void again(Answer answer, String flag, String state) {
        assertThat(answer.expect(200).json().path(flag).asBoolean(false)).as(answer.body()).isTrue();
        assertThat(answer.json().path(state).isNull() || answer.json().path(state).isMissingNode()).as(answer.body()).isFalse();
    }

    @Test
    void everyChangeIsRepeatedWithoutASecondEffect() {
        String sku = fresh("sku");
        Map<String, Object> product =
                Map.of("sku", sku, "name", "A", "price", Map.of("amount", "1.00", "currency", "GBP"));
        twice("/api/catalog/products", product, 201);
        twice("/api/inventory/stock/" + sku + "/receipts", Map.of("quantity", 7, "reference", fresh("receipt")), 201);
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
