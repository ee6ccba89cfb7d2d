package dev.cleave.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.PriceChanged;
import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.ProductTextChanged;
import dev.cleave.catalog.api.Sku;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class ListingViewTests {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Sku LAMP = new Sku("LAMP");
    private static final Sku POT = new Sku("POT");
    private static final List<DataSource> STORES = new ArrayList<>();
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startStores() throws IOException {
        postgres = EmbeddedPostgres.start();
        var h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:listing-view;DB_CLOSE_DELAY=-1");
        STORES.addAll(List.of(h2, postgres.getPostgresDatabase()));
        var migration = new ResourceDatabasePopulator(
                new ClassPathResource("db/catalog/V1__listing.sql"), new ClassPathResource("db/catalog/V2__listing_by_time.sql"));
        STORES.forEach(migration::execute);
    }

    @AfterAll
    static void stopStores() throws IOException {
        postgres.close();
        STORES.clear();
    }

    static List<DataSource> stores() {
        return STORES;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void showsEachProductAsItsEventsLeftIt(DataSource store) {
        var listings = derive(store);

        assertThat(listings.search("", "", 10)).containsExactly(
                new Listing(LAMP, "Floor lamp", null, Money.parse("JPY 1300"), true, AT),
                new Listing(POT, "İstanbul teapot", null, Money.parse("KWD 1.125"), false, AT));
        assertThat(listings.version("product:LAMP")).isEqualTo(3);
        assertThat(listings.version("product:POT")).isZero();
        assertThat(listings.version("product:NONE")).isEqualTo(-1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void isTheSameAfterAReplay(DataSource store) {
        List<Listing> before = derive(store).search("", "", 10);

        new ListingView(JdbcClient.create(store)).reset();
        assertThat(new Listings(JdbcClient.create(store)).search("", "", 10)).isEmpty();

        assertThat(derive(store).search("", "", 10)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void takesSignsOfPatternsLiterally(DataSource store) {
        var listings = derive(store);

        assertThat(listings.search("FLOOR", "", 10)).extracting(Listing::sku).containsExactly(LAMP);
        assertThat(listings.search("desk", "", 10)).isEmpty();
        assertThat(listings.search("TEAPOT", "", 10)).extracting(Listing::sku).containsExactly(POT);
        assertThat(listings.search("tea_ot", "", 10)).isEmpty();
        assertThat(listings.search("tea%", "", 10)).isEmpty();
        assertThat(listings.search("!", "", 10)).isEmpty();
        assertThat(listings.search("\\", "", 10)).isEmpty();
    }

    private static Listings derive(DataSource store) {
        var view = new ListingView(JdbcClient.create(store));
        view.reset();
        view.on(new ProductListed(LAMP, "Desk lamp", "Bright", Money.parse("GBP 12.50")), 0, AT);
        view.on(new ProductListed(POT, "İstanbul teapot", null, Money.parse("KWD 1.125")), 0, AT);
        view.on(new PriceChanged(LAMP, Money.parse("JPY 1300")), 1);
        view.on(new ProductTextChanged(LAMP, "Floor lamp", null), 2);
        view.on(new ProductRetired(LAMP), 3);
        return new Listings(JdbcClient.create(store));
    }
}
