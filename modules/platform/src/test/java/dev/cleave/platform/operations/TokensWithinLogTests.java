package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class TokensWithinLogTests {

    private final Jackson3Serializer tokens = Jackson3Serializer.builder().build();

    @TempDir
    private Path folder;

    private DataStores stores;
    private DataStore store;

    @BeforeEach
    void open() {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.POWER_CUT,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new MockEnvironment(), getClass().getClassLoader()));
        store = stores.open("shop", "db/platform");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void startsWhenNoProcessorHasReadFurtherThanTheLogGoes() {
        read("one", 7);
        check(7);
        check(8);
    }

    @Test
    void startsWithAnEmptyLogAndNothingRead() {
        check();
    }

    @Test
    void refusesToStartWhenAProcessorHasReadFurtherThanTheLogGoes() {
        read("one", 3);
        read("two", 8);
        assertThatExceptionOfType(TokensWithinLog.TokenBeyondLog.class).isThrownBy(() -> check(7, 7))
                .withMessageContaining("two")
                .withMessageContaining("position 8")
                .withMessageContaining("ends at 7")
                .withMessageContaining("Restore");
    }

    /** The other replicas append and read on between this one's look at the log and its look at the tokens. */
    @Test
    void startsWhileOthersAppendAndReadOn() {
        read("one", 8);
        Log log = check(5, 9);
        assertThat(log.ends).as("looked up again").isEmpty();
    }

    private void read(String processor, long position) {
        SerializedObject<byte[]> token = tokens.serialize(new GlobalSequenceTrackingToken(position), byte[].class);
        store.jdbc().sql("INSERT INTO token_entry VALUES (?, 0, ?, ?, NULL, NULL)")
                .params(processor, token.getData(), token.getType().getName())
                .update();
    }

    /** @param ends where the log ends, each time it is asked */
    private Log check(long... ends) {
        Log log = new Log(Arrays.stream(ends).boxed().collect(Collectors.toCollection(ArrayDeque::new)));
        new TokensWithinLog(List.of(store), log, tokens).afterSingletonsInstantiated();
        return log;
    }

    private record Log(Deque<Long> ends) implements StreamableMessageSource<TrackedEventMessage<?>> {

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable TrackingToken createHeadToken() {
            return ends.isEmpty() ? null : new GlobalSequenceTrackingToken(ends.pop());
        }
    }
}
