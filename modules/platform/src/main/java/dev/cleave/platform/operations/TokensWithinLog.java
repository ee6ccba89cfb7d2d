package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStore;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to start when a processor has read further than the event log goes: the two come from different times, and what the
 * log will hold at those positions would be passed over for good.
 */
final class TokensWithinLog implements SmartInitializingSingleton {

    private final List<DataStore> stores;
    private final StreamableMessageSource<?> events;
    private final Serializer tokens;

    /** @param stores of the contexts that this process holds */
    TokensWithinLog(List<DataStore> stores, StreamableMessageSource<?> events, Serializer tokens) {
        this.stores = stores;
        this.events = events;
        this.tokens = tokens;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long known = end();
        for (DataStore store : stores) {
            store.jdbcTemplate().query("SELECT processor_name, token, token_type FROM token_entry WHERE token IS NOT NULL",
                    row -> {
                        long position = position(row.getBytes(2), row.getString(3));
                        // Other replicas go on meanwhile, so the end is looked up again after the token.
                        long end = position > known ? end() : known;
                        if (position > end) {
                            throw new TokenBeyondLog(row.getString(1), store.name(), position, end);
                        }
                    });
        }
    }

    private long end() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private long position(byte[] token, String type) {
        Object read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read instanceof TrackingToken tracking ? tracking.position().orElse(-1) : -1;
    }

    /** A processor has read what the event log does not hold. */
    static final class TokenBeyondLog extends RuntimeException {

        TokenBeyondLog(String processor, String store, long position, long end) {
            super("The processor " + processor + " has read up to position " + position + ", but the event log "
                    + (end < 0 ? "is empty" : "ends at " + end) + ". The store '" + store
                    + "' and the event log are not from the same time. Restore all stores from one backup into an empty folder, or put back"
                    + " the file or database that was exchanged. If there is no backup and the event log is the right one, move the"
                    + " store '" + store + "' away and start once with --cleave.lost-stores=" + store
                    + ": its views are derived anew, but what no event tells stays lost, such as addresses, mails sent and idempotency"
                    + " keys.");
        }
    }
}
