package dev.cleave.ordering.product;

import dev.cleave.catalog.api.PriceChanged;
import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.messaging.View;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;

@View("products")
class ProductsView {

    private final JdbcTemplate jdbc;

    ProductsView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ProductListed event) {
        if (reprice(event.sku(), event.price()) == 0) {
            jdbc.update(
                    "INSERT INTO known_product (sku, price, currency, retired) VALUES (?, ?, ?, FALSE)",
                    event.sku().value(),
                    event.price().getAmount(),
                    event.price().getCurrencyUnit().getCode());
        }
    }

    @EventHandler
    void on(PriceChanged event) {
        reprice(event.sku(), event.price());
    }

    @EventHandler
    void on(ProductRetired event) {
        jdbc.update("UPDATE known_product SET retired = TRUE WHERE sku = ?", event.sku().value());
    }

    @ResetHandler
    void reset() {
        jdbc.update("DELETE FROM known_product");
    }

    private int reprice(Sku sku, Money price) {
        return jdbc.update(
                "UPDATE known_product SET price = ?, currency = ? WHERE sku = ?",
                price.getAmount(),
                price.getCurrencyUnit().getCode(),
                sku.value());
    }
}
