package dev.cleave.bootstrap.proof.acceptance;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists are read page by page; nothing is shown twice or left out. */
abstract class Lists {

    private final Shop shop;

    Lists(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aCustomersOrdersAreReadPageByPage() {
        String sku = shop.product("1.00", 100);
        String customer = fresh("customer");
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(shop.place(Order.of(sku, 1).by(customer)));
        }
        shop.awaitQuiet();
        String list = "/api/ordering/orders?customer=" + customer;
        assertThat(pages(list, 3, "orderId")).containsExactlyElementsOf(placed);
        assertThat(pages(list + "&sequence=newest", 2, "orderId")).containsExactlyElementsOf(placed.reversed());
        assertThat(pages(list, 7, "orderId")).containsExactlyElementsOf(placed);
        assertThat(pages(list + "&status=confirmed", 3, "orderId")).hasSize(7);
    }

    @Test
    void ordersShipmentsAndTheLedgerAreReadInPagesOfAnySize() {
        String sku = shop.product("1.00", 100);
        String id = shop.confirmed(Order.of(sku, 1));
        shop.awaitQuiet();
        for (String list : List.of("/api/ordering/orders", "/api/shipping/shipments?status=prepared")) {
            List<String> small = pages(list, 7, "orderId");
            assertThat(small).doesNotHaveDuplicates().contains(id).isEqualTo(pages(list, 500, "orderId"));
            String newest = list + (list.contains("?") ? "&" : "?") + "sequence=newest";
            assertThat(pages(newest, 7, "orderId")).isEqualTo(small.reversed());
            shop.get(newest.replace("newest", "random")).expect(400, "malformed-sequence");
        }
        assertThat(pages("/simulator/ledger", 7, "position")).doesNotHaveDuplicates()
                .isEqualTo(pages("/simulator/ledger", 500, "position"));
    }

    @Test
    void productsAreSearchedAndStockIsListedPageByPage() {
        String word = fresh("findme");
        List<String> skus = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String sku = word + "-" + i;
            shop.list(sku, "1.00").expect(201);
            shop.receive(sku, 1 + i, "r").expect(201);
            skus.add(sku);
        }
        assertThat(pages("/api/catalog/products?search=" + word.toUpperCase(java.util.Locale.ROOT), 2, "sku"))
                .containsExactlyElementsOf(skus);
        assertThat(pages("/api/inventory/stock", 3, "sku")).doesNotHaveDuplicates().containsAll(skus).isSorted();
        assertThat(shop.get("/api/catalog/products?search=%25").expect(200).json().path("items")).isEmpty();
    }

    private List<String> pages(String path, int limit, String property) {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = shop.get(path + (path.contains("?") ? "&" : "?") + "limit=" + limit
                    + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> found.add(item.path(property).asString("")));
            after = page.path("next").asString("");
            assertThat(after.isEmpty() || page.path("items").size() == limit).isTrue();
        } while (!after.isEmpty());
        return found;
    }
}
