package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.datastore.Database;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/**
 * Copies all stores of a one-jar system while it runs.
 *
 * <p>The copies are taken one after the other: first the contexts', then the event log, then what stands for the outside world.
 * So no processor has read further than the log goes; what a context's copy lacks is derived or done again from the log when the
 * restored system starts. Meanwhile the gateways pause, so that the outside world is as the log knows it; all else goes on.
 */
public final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final DataStores stores;
    private final Placement placement;
    private final Processors processors;
    private final Path directory;
    private final Clock clock;

    Backups(DataStores stores, Placement placement, Processors processors, Path directory, Clock clock) {
        this.stores = stores;
        this.placement = placement;
        this.processors = processors;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A finished backup.
     *
     * @param folder where it is; holds one archive per store
     * @param stores the stores in it, in the order in which they were copied
     * @param bytes its size
     */
    public record Backup(String folder, Instant at, List<String> stores, long bytes) {}

    /**
     * Takes a backup.
     *
     * @throws IllegalStateException if a store is not on H2, whose own tools are to be used then
     */
    public synchronized Backup take() {
        List<DataStore> ordered = new ArrayList<>(stores.all());
        ordered.sort(Comparator.comparingInt(this::turn).thenComparing(DataStore::name));
        for (DataStore store : ordered) {
            if (store.database() != Database.H2) {
                throw new IllegalStateException("The store '" + store.name() + "' is on " + store.database()
                        + "; back it up with pg_dump, the contexts' databases first and the event store's after them.");
            }
        }
        List<PooledStreamingEventProcessor> gateways = processors.all().stream()
                .filter(processor -> processor.kind() == Processor.Kind.GATEWAY)
                .map(processors::running)
                .filter(PooledStreamingEventProcessor::isRunning)
                .toList();
        gateways.forEach(PooledStreamingEventProcessor::shutDown);
        try {
            return copy(ordered);
        } finally {
            gateways.forEach(PooledStreamingEventProcessor::start);
        }
    }

    private Backup copy(List<DataStore> ordered) {
        Instant now = clock.instant();
        Path unfinished = directory.resolve("unfinished-" + NAME.format(now));
        Path finished = directory.resolve(NAME.format(now));
        try {
            Files.createDirectories(unfinished);
            long bytes = 0;
            for (DataStore store : ordered) {
                Path archive = unfinished.resolve(store.name() + Restore.ARCHIVE);
                store.jdbcTemplate().update("BACKUP TO ?", archive.toAbsolutePath().toString());
                bytes += Files.size(archive);
            }
            Files.move(unfinished, finished);
            return new Backup(
                    finished.toAbsolutePath().normalize().toString(), now, ordered.stream().map(DataStore::name).toList(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be written to " + directory + "; check the folder and its space",
                    e);
        }
    }

    private int turn(DataStore store) {
        if (placement.held().stream().map(Context::name).anyMatch(store.name()::equals)) {
            return 0;
        }
        return store.name().equals(DataStores.EVENTS) ? 1 : 2;
    }
}
