package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
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

    private final List<String> emptied = new ArrayList<>();
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
    void aPolicyThatIsAheadGoesOnAtTheEndAndAViewIsDerivedAnew() {
        read("catalog.view", 8);
        read("catalog.policy", 9);
        read("catalog.well", 5);
        check(7, 7, 7, 7);
        assertThat(position("catalog.policy")).isEqualTo(7);
        assertThat(position("catalog.well")).isEqualTo(5);
        assertThat(emptied).containsExactly("catalog.view");
    }

    @Test
    void whatFollowsFromLostEventsIsForgottenAndWhatIsKeptBesideThemStays() {
        read("catalog.policy", 9);
        deadLetter("of a lost event", 8);
        deadLetter("of an event that is there", 6);
        answered("just now", Duration.ZERO);
        answered("long ago", Duration.ofHours(5));
        check(7, 7, 7);
        assertThat(store.jdbc().sql("SELECT dead_letter_id FROM dead_letter_entry").query(String.class).list())
                .containsExactly("of an event that is there");
        assertThat(store.jdbc().sql("SELECT request FROM idempotent_request WHERE status IS NULL").query(String.class).list())
                .containsExactly("just now");
        assertThat(store.jdbc().sql("SELECT COUNT(DISTINCT identity) FROM idempotent_request").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void refusesToStartWithAnEmptyLogBehindStoresThatHaveReadAndChangesNothing() {
        read("catalog.policy", 8);
        assertThatExceptionOfType(TokensWithinLog.LogMissing.class).isThrownBy(() -> check())
                .withMessageContaining("catalog.policy")
                .withMessageContaining("position 8")
                .withMessageContaining("Nothing was changed")
                .withMessageContaining("estore");
        assertThat(position("catalog.policy")).isEqualTo(8);
    }

    /** The other replicas append and read on between this one's look at the log and its look at the tokens. */
    @Test
    void startsWhileOthersAppendAndReadOn() {
        read("one", 8);
        Log log = check(5, 9);
        assertThat(log.ends).as("looked up again").isEmpty();
    }

    private void read(String processor, long position) {
        read(processor, new GlobalSequenceTrackingToken(position));
    }

    private void deadLetter(String id, long position) {
        SerializedObject<byte[]> token = tokens.serialize(new GlobalSequenceTrackingToken(position), byte[].class);
        store.jdbc().sql("""
                INSERT INTO dead_letter_entry (dead_letter_id, processing_group, sequence_identifier, sequence_index, message_type,
                event_identifier, time_stamp, payload_type, payload, enqueued_at, token, token_type)
                VALUES (?, 'catalog.policy', ?, 0, 'event', 'id', 'time', 'type', ?, 'time', ?, ?)
                """).params(id, id, new byte[0], token.getData(), token.getType().getName()).update();
    }

    private void answered(String request, Duration ago) {
        store.jdbc().sql(
                "INSERT INTO idempotent_request (request, fingerprint, identity, status, expires_at) VALUES (?, '', ?, 201, ?)")
                .params(request, request, OffsetDateTime.parse("2026-03-28T12:00:00Z").minus(ago))
                .update();
    }

    private long position(String processor) {
        return store.jdbc().sql("SELECT token FROM token_entry WHERE processor_name = ?").param(processor)
                .query((row, number) -> tokens.<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(
                        row.getBytes(1), byte[].class, GlobalSequenceTrackingToken.class.getName(), null)))
                .single().position().orElseThrow();
    }

    private void read(String processor, TrackingToken position) {
        SerializedObject<byte[]> token = tokens.serialize(position, byte[].class);
        store.jdbc().sql("INSERT INTO token_entry VALUES (?, 0, ?, ?, NULL, NULL)")
                .params(processor, token.getData(), token.getType().getName())
                .update();
    }

    /** @param ends where the log ends, each time it is asked */
    private Log check(long... ends) {
        Log log = new Log(Arrays.stream(ends).boxed().collect(Collectors.toCollection(ArrayDeque::new)));
        Context catalog = new Context("catalog", getClass());
        Map<String, Processor> processors = Map.of(
                "catalog.view", new Processor("catalog.view", Processor.Kind.VIEW, catalog),
                "catalog.policy", new Processor("catalog.policy", Processor.Kind.POLICY, catalog));
        new TokensWithinLog(
                List.of(store), log, tokens, name -> Optional.ofNullable(processors.get(name)),
                view -> emptied.add(view.name())).afterSingletonsInstantiated();
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
