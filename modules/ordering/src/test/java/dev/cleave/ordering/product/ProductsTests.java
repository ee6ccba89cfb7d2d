package dev.cleave.ordering.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.OrderingStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProductsTests {

    private static final Sku LANTERN = new Sku("71053");

    private final ProductsFixture fixture = new ProductsFixture(OrderingStore.fresh());

    @Test
    void knowsWhatItHeardLast() {
        fixture.listed("71053", "GBP 3.39");
        fixture.priceChanged("71053", "JPY 700");
        fixture.retired("71053");

        assertThat(fixture.products().find(List.of(LANTERN, new Sku("NEVER"))))
                .containsOnly(Map.entry(LANTERN, new KnownProduct(LANTERN, Money.parse("JPY 700"), true)));
    }

    @Test
    void findsAllProductsOfALongOrder() {
        List<Sku> skus = IntStream.range(0, 675).mapToObj(i -> new Sku("S" + i)).toList();
        skus.forEach(sku -> fixture.listed(sku.value(), "GBP 1.00"));

        assertThat(fixture.products().find(skus)).containsOnlyKeys(skus);
    }

    @Test
    void forgetsAllForAReplay() {
        fixture.listed("71053", "GBP 3.39");

        fixture.reset();

        assertThat(fixture.products().find(List.of(LANTERN))).isEmpty();
    }
}
