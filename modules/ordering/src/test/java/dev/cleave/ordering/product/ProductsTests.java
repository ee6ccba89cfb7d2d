package dev.cleave.ordering.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.OrderingStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductsTests {

    private static final Sku LANTERN = new Sku("71053");

    @ParameterizedTest
    @EnumSource
    void knowsWhatItHeardLast(OrderingStore store) {
        ProductsFixture fixture = new ProductsFixture(store.open());
        fixture.listed("71053", "GBP 3.39");
        fixture.priceChanged("71053", "JPY 700");
        fixture.retired("71053");

        assertThat(fixture.products().find(List.of(LANTERN, new Sku("NEVER"))))
                .containsOnly(Map.entry(LANTERN, new KnownProduct(LANTERN, Money.parse("JPY 700"), true)));
    }

    @ParameterizedTest
    @EnumSource
    void findsAllProductsOfALongOrder(OrderingStore store) {
        ProductsFixture fixture = new ProductsFixture(store.open());
        List<Sku> skus = IntStream.range(0, 675).mapToObj(i -> new Sku("S" + i)).toList();
        skus.forEach(sku -> fixture.listed(sku.value(), "KWD 1.125"));

        assertThat(fixture.products().find(skus))
                .containsOnlyKeys(skus)
                .allSatisfy((sku, product) -> assertThat(product.price()).isEqualTo(Money.parse("KWD 1.125")));
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAllForAReplay(OrderingStore store) {
        ProductsFixture fixture = new ProductsFixture(store.open());
        fixture.listed("71053", "GBP 3.39");

        fixture.reset();

        assertThat(fixture.products().find(List.of(LANTERN))).isEmpty();
    }
}
