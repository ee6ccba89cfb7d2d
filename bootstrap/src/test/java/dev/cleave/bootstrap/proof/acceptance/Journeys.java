package dev.cleave.bootstrap.proof.acceptance;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static dev.cleave.bootstrap.proof.shop.Shop.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Order.Line;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.bootstrap.proof.shop.Shop.Ledger.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ways of an order, from placed to each of its ends. */
abstract class Journeys {

    private final Shop shop;

    Journeys(Shop shop) {
        this.shop = shop;
    }

    @Test
    void anOrderGoesFromPlacedToCompleted() {
        String sku = shop.product("12.50", 10);

        String id = shop.completed(Order.of(sku, 3));

        JsonNode order = shop.order(id);
        assertThat(steps(order)).containsExactly("placed", "reserved", "confirmed", "charged", "shipped", "completed");
        assertThat(order.path("timeline")).extracting(step -> Instant.parse(step.path("at").asString(""))).isSorted();
        assertThat(order.path("total").path("amount").asString("")).isEqualTo("37.50");
        assertThat(order.path("total").path("currency").asString("")).isEqualTo("GBP");
        chargedExactly(id, "37.50");
        assertThat(shop.payment(id).path("status").asString("")).isEqualTo("captured");
        assertThat(shop.get("/api/shipping/shipments/" + id).expect(200).text("status")).isEqualTo("delivered");
        stock(sku, 7, 0);
    }

    @Test
    void aCallerReadsItsOwnWrite() {
        String sku = shop.product("1.00", 100);
        for (int i = 0; i < 20; i++) {
            Answer placed = shop.order(Order.of(sku, 1), null).expect(201);
            String location = placed.headers().firstValue("Location").orElseThrow();
            Answer read = shop.get(location);
            assertThat(placed.isBehind() || read.status() == 200).as("placed %s, read %s", placed, read).isTrue();
            assertThat(location).endsWith("/api/ordering/orders/" + placed.text("orderId"));
        }
        shop.list(fresh("sku"), "1.00").expect(201);
    }

    @Test
    void aProductIsFoundRightAfterItIsListed() {
        String sku = fresh("sku");
        shop.list(sku, "3.30").expect(201);
        assertThat(shop.get("/api/catalog/products/" + sku).expect(200).json().path("price").path("amount").asString(""))
                .isEqualTo("3.30");
        shop.reprice(sku, "4.40").expect(200);
        assertThat(shop.get("/api/catalog/products/" + sku).expect(200).json().path("price").path("amount").asString(""))
                .isEqualTo("4.40");
        shop.receive(sku, 5, fresh("receipt")).expect(201);
        assertThat(shop.stock(sku).path("available").asLong(-1)).isEqualTo(5);
    }

    @Test
    void aProductsTextIsCorrectedAndFoundByItsNewName() {
        String sku = fresh("sku");
        String name = fresh("name");
        shop.list(sku, "3.30").expect(201);
        Answer corrected = shop.patch("/api/catalog/products/" + sku, Map.of("name", name)).expect(200);
        assertThat(corrected.json().path("product").path("name").asString("")).isEqualTo(name);
        assertThat(
                shop.get("/api/catalog/products?search=" + name).expect(200).json().path("items").get(0).path("sku").asString(""))
                .isEqualTo(sku);
        shop.patch("/api/catalog/products/" + fresh("nobody"), Map.of("name", name)).expect(404, "product-unknown");
    }

    @Test
    void nothingIsTakenInOfAProductThatNobodyListed() {
        String typo = fresh("typo");
        Answer refused = shop.receive(typo, 5, "r").expect(404, "product-unknown");
        assertThat(refused.json().path("retryable").asBoolean(false)).isFalse();
        shop.adjust(typo, 5, "a").expect(404, "product-unknown");
        shop.get("/api/inventory/stock/" + typo).expect(404, "stock-unknown");

        shop.list(typo, "1.00").expect(201);
        shop.receive(typo, 5, "r").expect(201);
        assertThat(shop.stock(typo).path("onHand").asLong(-1)).isEqualTo(5);
    }

    @Test
    void whatStillArrivesOfARetiredProductIsTakenIn() {
        String sku = shop.product("1.00", 1);
        shop.retire(sku).expect(200);
        shop.receive(sku, 2, fresh("receipt")).expect(201);
        Shop.patiently("inventory to hear of it").until(() -> shop.stock(sku).path("product").asString("").equals("retired"));
        assertThat(shop.stock(sku).path("onHand").asLong(-1)).isEqualTo(3);
    }

    @Test
    void anOrderIsPricedWhenItIsPlaced() {
        String sku = shop.product("2.00", 10);
        String before = shop.confirmed(Order.of(sku, 1));
        shop.reprice(sku, "3.00").expect(200);
        Shop.patiently("the new price to be known").until(() -> {
            String id = shop.place(Order.of(sku, 1));
            String total = shop.order(id).path("total").path("amount").asString("");
            shop.cancel(id).expect(202);
            return total.equals("3.00");
        });
        assertThat(shop.order(before).path("total").path("amount").asString("")).isEqualTo("2.00");
    }

    @Test
    void anOrderThatCanNotBeServedWholeIsRejectedAndNothingIsReservedOrCharged() {
        String plenty = shop.product("1.00", 10);
        String scarce = shop.product("1.00", 2);

        String id = shop.place(Order.of(plenty, 5).and(scarce, 3));

        JsonNode order = shop.await(id, "rejected");
        assertThat(order.path("reason").asString("")).isEqualTo("out-of-stock");
        assertThat(order.path("detail").asString("")).contains(scarce).doesNotContain(plenty);
        shop.awaitQuiet();
        nothingCharged(id);
        stock(plenty, 10, 0);
        stock(scarce, 2, 0);
    }

    @Test
    void aDeclinedPaymentRejectsTheOrderAndFreesItsStock() {
        String sku = shop.product("5.00", 4);

        String id = shop.place(Order.of(sku, 4).paying("tok_declined"));

        assertThat(shop.await(id, "rejected").path("reason").asString("")).isEqualTo("payment-declined");
        shop.awaitQuiet();
        nothingCharged(id);
        stock(sku, 4, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout", "tok_flaky", "tok_late", "tok_twice"})
    void aProviderThatMisbehavesStillChargesOnce(String token) {
        String sku = shop.product("7.25", 2);

        String id = shop.completed(Order.of(sku, 2).paying(token));

        shop.awaitQuiet();
        chargedExactly(id, "14.50");
        stock(sku, 0, 0);
    }

    @Test
    void aRefusedCaptureCancelsTheOrderAndFreesItsStock() {
        String sku = shop.product("5.00", 4);
        String id = shop.readyToLeave(Order.of(sku, 4).paying("tok_capture_declined"));
        stock(sku, 4, 4);

        shop.dispatch(id).expect(202);

        assertThat(shop.await(id, "cancelled").path("reason").asString("")).isEqualTo("charge-refused");
        shop.awaitQuiet();
        nothingCharged(id);
        stock(sku, 4, 0);
        assertThat(shop.get("/api/shipping/shipments/" + id).expect(200).text("status")).isEqualTo("cancelled");
    }

    @Test
    void aProductNamedTwiceIsOneLine() {
        String sku = shop.product("2.50", 10);
        String other = shop.product("1.00", 10);

        String id = shop.confirmed(Order.of(sku, 2).and(other, 1).and(sku, 3));

        JsonNode lines = shop.order(id).path("lines");
        assertThat(lines).extracting(line -> line.path("sku").asString("")).containsExactly(sku, other);
        assertThat(lines).extracting(line -> line.path("quantity").asInt(0)).containsExactly(5, 1);
        assertThat(shop.order(id).path("total").path("amount").asString("")).isEqualTo("13.50");
        stock(sku, 10, 5);
    }

    @Test
    void aProductThatNobodyListedIsNamedAndCanBeOrderedOnceItIsListed() {
        String sku = fresh("sku");
        Answer refused = shop.order(Order.of(sku, 1), null).expect(422, "product-unknown");
        assertThat(refused.json().path("details").path("skus").asString("")).isEqualTo(sku);
        assertThat(refused.json().path("retryable").asBoolean(false)).isFalse();
        shop.list(sku, "1.00").expect(201);
        shop.order(Order.of(sku, 1), null).expect(201);
    }

    @Test
    void aRetiredProductIsNotSold() {
        String sku = shop.product("1.00", 1);
        shop.retire(sku).expect(200);
        Shop.patiently("ordering to hear of it").until(() -> {
            Answer answer = shop.order(Order.of(sku, 1), null);
            if (answer.status() == 422) {
                answer.expect(422, "product-retired");
                return true;
            }
            return false;
        });
    }

    // Cancelling

    @Test
    void aPlacedOrderIsCancelled() {
        String sku = shop.product("1.00", 5);
        String[] id = new String[1];
        shop.resting("ordering.fulfilment", () -> {
            id[0] = shop.place(Order.of(sku, 5));
            assertThat(shop.status(id[0])).isEqualTo("placed");
            shop.cancel(id[0]).expect(202);
            assertThat(shop.status(id[0])).isEqualTo("cancelled");
        });
        cancelledWithNothingLeft(id[0], sku, 5);
    }

    @Test
    void aReservedOrderIsCancelled() {
        String sku = shop.product("1.00", 5);
        String[] id = new String[1];
        shop.resting("payment.provider", () -> {
            id[0] = shop.place(Order.of(sku, 5));
            shop.await(id[0], "reserved");
            shop.cancel(id[0]).expect(202);
            assertThat(shop.status(id[0])).isEqualTo("cancelled");
        });
        cancelledWithNothingLeft(id[0], sku, 5);
    }

    @Test
    void aConfirmedOrderIsCancelled() {
        String sku = shop.product("1.00", 5);
        String id = shop.confirmed(Order.of(sku, 5));
        shop.cancel(id).expect(202);
        shop.await(id, "cancelled");
        cancelledWithNothingLeft(id, sku, 5);
        shop.dispatch(id).expect(409, "shipment-cancelled");
        shop.cancel(id).expect(200);
    }

    @Test
    void anOrderThatIsLeavingIsNotCancelled() {
        String sku = shop.product("1.00", 5);
        String id = shop.readyToLeave(Order.of(sku, 5));
        shop.resting("payment.provider", () -> {
            shop.dispatch(id).expect(202);
            shop.cancel(id).expect(202);
            shop.awaitStep(id, "cancellation-refused");
        });
        shop.await(id, "shipped");
        shop.awaitQuiet();
        chargedExactly(id, "5.00");
        stock(sku, 0, 0);
    }

    @Test
    void anOrderThatHasLeftIsNotCancelled() {
        String sku = shop.product("1.00", 5);
        String id = shop.shipped(Order.of(sku, 5));
        shop.cancel(id).expect(409, "order-not-cancellable");
        shop.deliver(id).expect(202);
        shop.await(id, "completed");
        shop.cancel(id).expect(409, "order-not-cancellable");
        chargedExactly(id, "5.00");
    }

    @Test
    void aRejectedOrderIsNotCancelled() {
        String sku = shop.product("1.00", 0);
        String id = shop.place(Order.of(sku, 1));
        shop.await(id, "rejected");
        shop.cancel(id).expect(409, "order-not-cancellable");
        shop.dispatch(id).expect(404, "shipment-unknown");
    }

    @Test
    void aShipmentIsDispatchedOnce() {
        String sku = shop.product("1.00", 5);
        String id = shop.shipped(Order.of(sku, 5));
        shop.dispatch(id).expect(200);
        shop.dispatch(id, "another", null).expect(409, "dispatched-otherwise");
        shop.awaitQuiet();
        chargedExactly(id, "5.00");
        stock(sku, 0, 0);
    }

    // Returns

    @Test
    void partsOfAnOrderAreReturnedAndRefundedUntilAllIsBack() {
        String sku = shop.product("2.50", 10);
        String other = shop.product("0.33", 10);
        String id = shop.completed(Order.of(sku, 4).and(other, 3));
        chargedExactly(id, "10.99");

        shop.takeBack(id, "first", new Line(sku, 1), new Line(other, 2)).expect(202);
        Shop.patiently("the first refund").until(() -> shop.ledger(id).of(id).refunded().signum() > 0);
        shop.awaitQuiet();
        assertThat(shop.ledger(id).of(id).refunded()).isEqualByComparingTo("3.16");
        assertThat(shop.status(id)).isEqualTo("completed");
        assertThat(shop.order(id).path("refunded").path("amount").asString("")).isEqualTo("3.16");
        stock(sku, 7, 0);
        stock(other, 9, 0);

        shop.takeBack(id, "first", new Line(sku, 1), new Line(other, 2)).expect(200);
        shop.takeBack(id, "first", new Line(sku, 2)).expect(409, "return-id-taken");
        shop.takeBack(id, "too-much", new Line(sku, 4)).expect(422, "return-exceeds-order");
        shop.takeBack(id, "strange", new Line(fresh("sku"), 1)).expect(422, "product-not-in-order");

        shop.takeBack(id, "rest", new Line(sku, 3), new Line(other, 1)).expect(202);
        shop.await(id, "returned");
        shop.awaitQuiet();
        assertThat(shop.ledger(id).of(id).charged()).isEqualByComparingTo("0");
        assertThat(shop.ledger(id).of(id).refunded()).isEqualByComparingTo("10.99");
        stock(sku, 10, 0);
        stock(other, 10, 0);
        assertThat(shop.stock(sku).path("returned").asLong(-1)).isEqualTo(4);
        shop.takeBack(id, "more", new Line(sku, 1)).expect(422, "return-exceeds-order");
    }

    @Test
    void whatHasNotArrivedIsNotReturned() {
        String sku = shop.product("1.00", 5);
        String id = shop.readyToLeave(Order.of(sku, 5));
        shop.takeBack(id, "r", new Line(sku, 1)).expect(409, "order-not-returnable");
        shop.deliver(id).expect(409, "shipment-not-dispatched");
        assertThat(steps(shop.order(id))).doesNotContain("return-requested");
    }

    @Test
    void aRefusedRefundLeavesThePiecesWithTheCustomer() {
        String sku = shop.product("1.00", 5);
        String id = shop.completed(Order.of(sku, 5).paying("tok_refund_declined"));
        shop.takeBack(id, "r", new Line(sku, 5)).expect(202);
        shop.awaitStep(id, "return-refused");
        shop.awaitQuiet();
        chargedExactly(id, "5.00");
        stock(sku, 0, 0);
        assertThat(shop.status(id)).isEqualTo("completed");
    }

    @Test
    void whatIsNotThereIsUnknown() {
        String nobody = fresh("o");
        shop.get("/api/ordering/orders/" + nobody).expect(404, "order-unknown");
        shop.get("/api/payment/payments/" + nobody).expect(404, "payment-unknown");
        shop.get("/api/shipping/shipments/" + nobody).expect(404, "shipment-unknown");
        shop.get("/api/catalog/products/" + nobody).expect(404, "product-unknown");
        shop.get("/api/inventory/stock/" + nobody).expect(404, "stock-unknown");
        shop.cancel(nobody).expect(404, "order-unknown");
        shop.takeBack(nobody, "r", List.of(new Line("a", 1)), null).expect(404, "order-unknown");
        shop.dispatch(nobody).expect(404, "shipment-unknown");
        shop.deliver(nobody).expect(404, "shipment-unknown");
        shop.get("/api/nothing").expect(404, "not-found");
    }

    private void cancelledWithNothingLeft(String id, String sku, int onHand) {
        assertThat(shop.order(id).path("reason").asString("")).isEqualTo("by-customer");
        shop.awaitQuiet();
        nothingCharged(id);
        stock(sku, onHand, 0);
    }

    private void nothingCharged(String id) {
        Account account = shop.ledger(id).of(id);
        assertThat(account.charged()).as("%s", account).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(account.held()).as("%s", account).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(account.captures()).isZero();
    }

    private void chargedExactly(String id, String amount) {
        Account account = shop.ledger(id).of(id);
        assertThat(account.captures()).as("%s", account).isOne();
        assertThat(account.captured()).isEqualByComparingTo(amount);
    }

    private void stock(String sku, long onHand, long reserved) {
        Shop.patiently("stock of " + sku + " to be " + onHand + ", of which reserved " + reserved).untilAsserted(() -> {
            if (onHand == 0 && shop.get("/api/inventory/stock/" + sku).status() == 404) {
                return;
            }
            JsonNode stock = shop.stock(sku);
            assertThat(stock.path("onHand").asLong(-1)).isEqualTo(onHand);
            assertThat(stock.path("reserved").asLong(-1)).isEqualTo(reserved);
            assertThat(stock.path("available").asLong(-1)).isEqualTo(onHand - reserved);
        });
    }
}
