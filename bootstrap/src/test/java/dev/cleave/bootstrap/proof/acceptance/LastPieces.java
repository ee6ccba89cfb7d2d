package dev.cleave.bootstrap.proof.acceptance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.bootstrap.proof.shop.Shop.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever comes first, no piece is sold twice, and none is left over while somebody wants it. */
abstract class LastPieces {

    private final Shop shop;

    LastPieces(Shop shop) {
        this.shop = shop;
    }

    @Test
    void twoHundredOrdersAtOnceShareTheLastHundredPieces() throws Exception {
        String sku = shop.product("3.00", 100);

        List<String> orders = AtOnce.all(200, i -> shop.place(Order.of(sku, 1)));

        assertThat(orders).doesNotHaveDuplicates();
        shop.awaitQuiet();
        List<JsonNode> ended = new ArrayList<>();
        orders.forEach(id -> ended.add(shop.order(id)));
        Map<String, Long> outcomes = ended.stream().collect(groupingBy(LastPieces::outcome, counting()));
        assertThat(outcomes).isEqualTo(Map.of("confirmed", 100L, "rejected out-of-stock", 100L));
        JsonNode stock = shop.stock(sku);
        assertThat(stock.path("onHand").asLong(-1)).isEqualTo(100);
        assertThat(stock.path("reserved").asLong(-1)).isEqualTo(100);
        Ledger ledger = shop.ledger();
        for (JsonNode order : ended) {
            Ledger.Account account = ledger.of(order.path("orderId").asString(""));
            boolean rejected = order.path("status").asString("").equals("rejected");
            assertThat(account.held()).isEqualByComparingTo(rejected ? "0" : "3.00");
            assertThat(account.captures()).isZero();
        }
    }

    @Test
    void ordersForTheSamePairsOfProductsNeverReserveHalf() throws Exception {
        String left = shop.product("1.00", 30);
        String right = shop.product("1.00", 20);

        List<String> orders = AtOnce.all(60, i -> shop.place(
                i % 2 == 0 ? Order.of(left, 1).and(right, 1) : Order.of(right, 1).and(left, 1)));

        shop.awaitQuiet();
        assertThat(orders.stream().filter(id -> shop.status(id).equals("confirmed"))).hasSize(20);
        assertThat(shop.stock(left).path("reserved").asLong(-1)).isEqualTo(20);
        assertThat(shop.stock(right).path("reserved").asLong(-1)).isEqualTo(20);
    }

    private static String outcome(JsonNode order) {
        String reason = order.path("reason").asString("");
        return order.path("status").asString("") + (reason.isEmpty() ? "" : " " + reason);
    }
}
