package dev.cleave.platform.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The embedded event store. It behaves as Axon Server's does: a root unit of work hands in all its events once, in its commit
 * phase, and is committed when they are durable. One writer gives out the positions, so that no reader ever sees an event before
 * the one at the position before it.
 *
 * <p>A unit of work whose events lost a race against another's rolls back with a
 * {@link org.axonframework.modelling.command.ConcurrencyException}, be it an update or a creation. If nothing could be stored, it
 * rolls back with {@link EventStoreUnavailable}; if nobody can say, with {@link AppendOutcomeUnknown}.
 */
public final class GroupCommitEventStore extends AbstractEventStore implements EventLog, AutoCloseable {

    private final EventTable table;
    private final History history;
    private final BatchWriter writer;
    private final Appender appender;

    private GroupCommitEventStore(Builder builder, EventTable table, History history, BatchWriter writer, Appender appender) {
        super(builder);
        this.table = table;
        this.history = history;
        this.writer = writer;
        this.appender = appender;
    }

    /**
     * Opens the store in a database that has been migrated with {@code db/eventstore}.
     *
     * @param diskTrouble why the database's file can't be written to at present; empty if it can, or is elsewhere
     * @throws EventStoreInUse if another process writes to it
     */
    public static GroupCommitEventStore open(
            DataSource dataSource,
            Serializer eventSerializer,
            Serializer snapshotSerializer,
            EventUpcaster upcasters,
            SnapshotFilter snapshotFilter,
            EventStoreProperties properties,
            Supplier<Optional<String>> diskTrouble,
            MeterRegistry meters) {
        EventTable table = new EventTable(dataSource);
        EventCodec codec = new EventCodec(eventSerializer, upcasters);
        History history = new History(table, codec, properties.tailEvents(), properties.tailSize().toBytes(),
                properties.readCacheSize().toBytes());
        BatchWriter writer = new BatchWriter(dataSource, history, codec, properties, diskTrouble);
        Appender appender = new Appender(writer, properties, meters);
        Gauge.builder("cleave.eventstore.head", history, History::head)
                .description("Position of the last durable event").register(meters);
        Gauge.builder("cleave.eventstore.available", writer, w -> w.trouble() == null ? 1 : 0)
                .description("Whether events can be stored: 1, or 0").register(meters);
        StorageEngine engine = StorageEngine.builder(eventSerializer, snapshotSerializer, upcasters, snapshotFilter)
                .build(table, new SnapshotTable(dataSource), history, appender);
        Builder builder = new Builder();
        builder.storageEngine(engine);
        return new GroupCommitEventStore(builder, table, history, writer, appender);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new CommittedEvents(history, StorageEngine.position(trackingToken) + 1);
    }

    @Override
    public long head() {
        return history.head();
    }

    /** Does something at a moment when {@link #head()} is where what is stored ends; until it is done, nothing is stored. */
    public <T> T betweenWrites(Supplier<T> action) {
        return appender.betweenBatches(action);
    }

    @Override
    public List<StoredEvent> readRaw(long from, int limit) {
        return table.read(from, (int) Math.max(0, Math.min(limit, head() - from + 1)));
    }

    /** Why nothing can be stored at the moment; empty if all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(writer.trouble());
    }

    /** Makes durable what has been handed in, then lets go of the database. */
    @Override
    public void close() {
        appender.close();
        history.close();
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
