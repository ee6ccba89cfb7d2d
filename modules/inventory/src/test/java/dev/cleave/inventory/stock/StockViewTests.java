package dev.cleave.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.Books;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.inventory.warehouse.RandomCommands;
import dev.cleave.inventory.warehouse.SimpleWarehouse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class StockViewTests {

    private static final List<DataSource> STORES = new ArrayList<>();
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startStores() throws IOException {
        postgres = EmbeddedPostgres.start();
        var h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:stock-view;DB_CLOSE_DELAY=-1");
        STORES.addAll(List.of(h2, postgres.getPostgresDatabase()));
        var migration = new ResourceDatabasePopulator(
                new ClassPathResource("db/inventory/V1__stock.sql"), new ClassPathResource("db/inventory/V2__known_product.sql"));
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
    void equalsAnIndependentFoldHoweverTheEventsComeInBatches(DataSource store) {
        var books = new Books();
        List<DomainEventMessage<?>> events = events(books, 4_000);
        var view = new StockView(new JdbcTemplate(store));
        view.reset();

        handle(view, events, 1 + new Random(5).nextInt(40));

        assertThat(rows(store)).hasSize(RandomCommands.SKUS.size()).isEqualTo(books.accounts());
        assertThat(onHand(store)).allSatisfy((sku, onHand) -> assertThat(onHand).isEqualTo(books.accounts().get(sku).onHand()));
        assertThat(stocks(store).version(WarehouseId.MAIN.toString())).isEqualTo(events.size() - 1L);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void isTheSameAfterAReplay(DataSource store) {
        var books = new Books();
        List<DomainEventMessage<?>> events = events(books, 1_000);
        var view = new StockView(new JdbcTemplate(store));
        view.reset();
        handle(view, events, 256);

        view.reset();
        assertThat(rows(store)).isEmpty();
        assertThat(stocks(store).version(WarehouseId.MAIN.toString())).isEqualTo(-1);

        handle(view, events, 7);
        assertThat(rows(store)).isEqualTo(books.accounts());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void listsBySkuFromAnyPlace(DataSource store) {
        var view = new StockView(new JdbcTemplate(store));
        view.reset();
        handle(view, events(new Books(), 1_000), 100);
        List<Stock> all = stocks(store).list(WarehouseId.MAIN, "", 100);

        List<Stock> rest = stocks(store).list(WarehouseId.MAIN, all.get(4).sku().value(), 3);

        assertThat(rest).containsExactlyElementsOf(all.subList(5, 8));
        assertThat(stocks(store).list(new WarehouseId("other"), "", 100)).isEmpty();
        assertThat(stocks(store).find(WarehouseId.MAIN, all.get(4).sku())).contains(all.get(4));
        assertThat(stocks(store).find(WarehouseId.MAIN, new Sku("never"))).isEmpty();
    }

    private static List<DomainEventMessage<?>> events(Books books, int commands) {
        var random = new RandomCommands(2_011);
        var warehouse = new SimpleWarehouse();
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
            if (warehouse.decide(random.next()) instanceof Record event) {
                books.book(event);
                events.add(new GenericDomainEventMessage<>("Warehouse", WarehouseId.MAIN.toString(), events.size(), event));
            }
        }
        return events;
    }

    private static void handle(StockView view, List<DomainEventMessage<?>> events, int batchSize) {
        var handler = new AnnotationEventHandlerAdapter(view);
        for (int from = 0; from < events.size(); from += batchSize) {
            var batch = new BatchingUnitOfWork<DomainEventMessage<?>>(
                    events.subList(from, Math.min(from + batchSize, events.size())));
            var result = batch.executeWithResult(() -> handler.handle(batch.getMessage()));
            assertThat(result.isExceptional()).isFalse();
        }
    }

    private static Stocks stocks(DataSource store) {
        return new Stocks(JdbcClient.create(store));
    }

    private static Map<String, Books.Account> rows(DataSource store) {
        Map<String, Books.Account> rows = new TreeMap<>();
        stocks(store).list(WarehouseId.MAIN, "", 1_000).forEach(row -> rows.put(
                row.sku().value(),
                new Books.Account(row.received(), row.adjusted(), row.reserved(), row.shipped(), row.returned())));
        return rows;
    }

    private static Map<String, Long> onHand(DataSource store) {
        Map<String, Long> onHand = new TreeMap<>();
        stocks(store).list(WarehouseId.MAIN, "", 1_000).forEach(row -> onHand.put(row.sku().value(), row.onHand()));
        return onHand;
    }
}
