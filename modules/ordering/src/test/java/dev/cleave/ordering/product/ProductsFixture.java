package dev.cleave.ordering.product;

import dev.cleave.catalog.api.PriceChanged;
import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.Sku;
import java.util.HashSet;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/** Products as ordering hears of them, for tests without the platform. */
public final class ProductsFixture {

    private final ProductsView view;
    private final Products products;
    private final Set<Sku> unheard = new HashSet<>();

    public ProductsFixture(JdbcTemplate jdbc) {
        view = new ProductsView(jdbc);
        products = new Products(jdbc, unheard::contains);
    }

    /** A product that is listed, of which ordering has not heard yet. */
    public void listedUnheard(String sku) {
        unheard.add(new Sku(sku));
    }

    public Products products() {
        return products;
    }

    public void listed(String sku, String price) {
        view.on(new ProductListed(new Sku(sku), "Product " + sku, null, Money.parse(price)));
    }

    public void priceChanged(String sku, String price) {
        view.on(new PriceChanged(new Sku(sku), Money.parse(price)));
    }

    public void retired(String sku) {
        view.on(new ProductRetired(new Sku(sku)));
    }

    void reset() {
        view.reset();
    }
}
