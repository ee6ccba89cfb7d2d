package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to start when the event log tells of what a context did, and the context's store knows of nothing: the store was lost, and
 * with it what no event tells. A context that is new to an old log has no events in it.
 */
final class LostStores implements SmartInitializingSingleton {

    private final Map<Context, DataStore> stores;
    private final Predicate<String> givenUp;
    private final @Nullable DataStore events;
    private final MessageNames names;

    /**
     * @param stores of the contexts that this process holds
     * @param givenUp whether the loss of the store of that name is accepted
     * @param events the event store's store, or null if it is outside this process
     * @param names tells whose an event is
     */
    LostStores(Map<Context, DataStore> stores, Predicate<String> givenUp, @Nullable DataStore events, MessageNames names) {
        this.stores = stores;
        this.givenUp = givenUp;
        this.events = events;
        this.names = names;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (events == null) {
            return;
        }
        stores.forEach((context, store) -> {
            if (!givenUp.test(context.name()) && isFresh(store) && hasEventsOf(context, events)) {
                throw new DataStores.StoreNotAvailable(
                        "The store '" + context.name() + "' is empty, but the event log has events of "
                                + context.name() + ", so the store that belongs to them is missing. "
                                + DataStores.remedyForLost(context.name()));
            }
        });
    }

    /** No processor has ever noted how far it has read. */
    private static boolean isFresh(DataStore store) {
        return store.jdbc().sql("SELECT COUNT(*) FROM token_entry").query(Long.class).single() == 0;
    }

    private boolean hasEventsOf(Context context, DataStore events) {
        return events.jdbc().sql("SELECT 1 FROM stored_event WHERE payload_type IN (:names) LIMIT 1")
                .param("names", names.of(context))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
