package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class LostStoresTests {

    private final Context context = new Context("garage", GarageContext.class);
    private final MessageNames names = new MessageNames(List.of(context), false);

    @TempDir
    private Path folder;

    private DataStores stores;
    private DataStore store;
    private DataStore events;

    @BeforeEach
    void open() {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new MockEnvironment(), getClass().getClassLoader()));
        store = stores.open("garage", "db/platform");
        events = stores.open(DataStores.EVENTS, "db/eventstore");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void startsWithAnEmptyLog() {
        check();
    }

    @Test
    void startsWithAContextThatIsNewToTheLog() {
        append("dev.elsewhere.api.Happened");
        append("garageish.Happened");
        check();
    }

    @Test
    void startsWithAContextThatHasReadTheLog() {
        append("garage.CarParked");
        store.jdbc().sql("INSERT INTO token_entry VALUES ('one', 0, NULL, NULL, NULL, NULL)").update();
        check();
    }

    @Test
    void refusesToStartWhenTheLogHasEventsOfAContextWhoseStoreIsEmpty() {
        append("garage.CarParked");
        assertThatExceptionOfType(DataStores.StoreNotAvailable.class).isThrownBy(this::check)
                .withMessageContaining("'" + context.name() + "' is empty")
                .withMessageContaining("--cleave.lost-stores=" + context.name());
    }

    @Test
    void refusesToStartAlsoWhenTheEventsWereStoredUnderAFormerName() {
        append("dev.cleave.garage.CarCleaned");
        assertThatExceptionOfType(DataStores.StoreNotAvailable.class).isThrownBy(this::check);
    }

    @Test
    void startsWhenTheLogIsElsewhere() {
        append("garage.CarParked");
        new LostStores(Map.of(context, store), name -> false, null, names).afterSingletonsInstantiated();
    }

    @Test
    void startsWhenTheLossIsAccepted() {
        append("garage.CarParked");
        new LostStores(Map.of(context, store), "garage"::equals, events, names).afterSingletonsInstantiated();
    }

    private void check() {
        new LostStores(Map.of(context, store), name -> false, events, names).afterSingletonsInstantiated();
    }

    private void append(String type) {
        events.jdbc().sql(
                "INSERT INTO stored_event VALUES ((SELECT COUNT(*) FROM stored_event), RANDOM_UUID(), 0, NULL, RANDOM_UUID(), 0,"
                        + " ?, NULL, X'00', X'00')")
                .param(type).update();
    }
}
