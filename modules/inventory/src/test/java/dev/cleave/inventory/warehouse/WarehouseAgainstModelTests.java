package dev.cleave.inventory.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.Books;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReservationReleased;
import dev.cleave.inventory.api.ReservationShipped;
import dev.cleave.inventory.api.StockAdjusted;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.StockReturned;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.inventory.product.Standing;
import dev.cleave.platform.failure.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.FixedValueParameterResolver;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends random commands to the warehouse and to a simple model of it, and expects the same of both. */
class WarehouseAgainstModelTests {

    private static final int COMMANDS = 6_000;

    private final WeakReferenceCache cache = new WeakReferenceCache();

    private final Configuration axon = DefaultConfigurer.defaultConfiguration(false)
            .registerComponent(ParameterResolverFactory.class, c -> MultiParameterResolverFactory.ordered(
                    ClasspathParameterResolverFactory.forClass(Warehouse.class),
                    (handler, parameters, index) -> parameters[index].getType() == Standing.class
                            ? new FixedValueParameterResolver<>(Standing.FOR_SALE) : null))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(Warehouse.class).configureCache(c -> cache))
            .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
            .start();

    private final Books books = new Books();
    private long eventsSeen;

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2_011, 987_654_321})
    void decidesAsTheModelDoesAndKeepsItsBooksBalanced(long seed) {
        var commands = new RandomCommands(seed);
        var model = new SimpleWarehouse();
        Set<Object> kinds = new HashSet<>();

        for (int i = 0; i < COMMANDS; i++) {
            Object command = commands.next();
            Object expected = model.decide(command);

            Object actual = send(command);

            assertThat(actual).as("seed %d, command %d: %s", seed, i, command).isEqualTo(expected);
            kinds.add(actual instanceof String || actual == null ? String.valueOf(actual) : actual.getClass());
            for (Sku sku : RandomCommands.SKUS) {
                Books.Account account = books.account(sku);
                assertThat(account.onHand()).isEqualTo(model.onHand(sku));
                assertThat(account.reserved()).isBetween(0L, account.onHand()).isEqualTo(model.reserved(sku));
            }
            if (i % 900 == 0) {
                cache.removeAll();
            }
        }

        assertThat(kinds).as("every outcome occurred").contains(
                "null", "reference-reused", "stock-reserved", "quantity-too-large",
                StockReceived.class, StockAdjusted.class, StockReserved.class, ReservationRefused.class,
                ReservationReleased.class, ReservationShipped.class, StockReturned.class);
    }

    /** The event, the code of the refusal, or null if nothing happened. */
    private @Nullable Object send(Object command) {
        List<String> refusals = new ArrayList<>();
        axon.commandBus().dispatch(GenericCommandMessage.asCommandMessage(command), (message, result) -> {
            if (result.isExceptional()) {
                refusals.add(((Refusal) result.exceptionResult()).failure().code());
            }
        });
        List<Object> events = axon.eventStore()
                .readEvents(WarehouseId.MAIN.toString(), eventsSeen)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
        eventsSeen += events.size();
        events.forEach(books::book);
        assertThat(events.size() + refusals.size()).as("outcomes of %s", command).isLessThan(2);
        if (events.isEmpty()) {
            return refusals.isEmpty() ? null : refusals.getFirst();
        }
        return events.getFirst();
    }
}
