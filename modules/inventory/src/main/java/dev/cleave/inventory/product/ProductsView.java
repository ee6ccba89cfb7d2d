package dev.cleave.inventory.product;

import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.platform.messaging.View;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;

@View("products")
class ProductsView {

    private final JdbcTemplate store;

    ProductsView(JdbcTemplate store) {
        this.store = store;
    }

    @EventHandler
    void on(ProductListed event) {
        store.update("INSERT INTO known_product (sku, retired) VALUES (?, FALSE)", event.sku().value());
    }

    @EventHandler
    void on(ProductRetired event) {
        store.update("UPDATE known_product SET retired = TRUE WHERE sku = ?", event.sku().value());
    }

    @ResetHandler
    void reset() {
        store.update("DELETE FROM known_product");
    }
}
