package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.Cut;
import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.eventstore.GroupCommitEventStore;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Copies all stores of a one-jar system while it runs, as they all were at one moment.
 *
 * <p>At that moment the gateways are paused, so that the outside world is as the event log knows it, and nothing is written
 * ({@link Cut}). The copy itself is made afterwards, while all goes on.
 */
public final class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataStores stores;
    private final Processors processors;
    private final @Nullable GroupCommitEventStore events;
    private final Path directory;
    private final String program;
    private final Clock clock;

    /**
     * @param events the event store, or null if it is outside this process
     * @param program the program's version
     */
    Backups(
            DataStores stores,
            Processors processors,
            @Nullable GroupCommitEventStore events,
            Path directory,
            String program,
            Clock clock) {
        this.stores = stores;
        this.processors = processors;
        this.events = events;
        this.directory = directory;
        this.program = program;
        this.clock = clock;
    }

    /**
     * A finished backup.
     *
     * @param folder where it is; holds one archive per store and a manifest
     * @param at the moment that all stores are from
     * @param position of the last event in it
     * @param stores the stores in it
     * @param bytes its size
     * @param heldMillis for how many milliseconds nothing was written to any store
     * @param gatewaysPausedMillis for how many milliseconds the outside world was not spoken to
     */
    public record Backup(
            String folder,
            Instant at,
            long position,
            List<String> stores,
            long bytes,
            long heldMillis,
            long gatewaysPausedMillis) {}

    /** What is to be copied, and the facts of the moment that it is from. */
    private record Moment(Cut cut, Instant at, long position, long held, long paused) {}

    /**
     * Takes a backup.
     *
     * @throws FailureException if this process does not have all stores in files of its own, or a gateway does not pause
     */
    public synchronized Backup take() {
        List<DataStore> all = List.copyOf(stores.all());
        Moment moment = withGatewaysPaused(all, whole(all));
        try (Cut cut = moment.cut().secured()) {
            return copy(cut, moment);
        } catch (IllegalStateException e) {
            throw notBegun(e);
        }
    }

    private GroupCommitEventStore whole(List<DataStore> all) {
        if (events == null) {
            throw refusal(
                    "The events of this system are on Axon Server, so one process can't take a backup of the whole. Stop all"
                            + " units, copy their stores and Axon Server's data, and start them again; docs/operating.md tells how.");
        }
        for (DataStore store : all) {
            if (!store.isInFile()) {
                throw refusal("The store '" + store.name() + "' is not in a file of this process but on " + store.database()
                        + ". Use the database's own tools, for all stores at one moment; docs/operating.md tells how.");
            }
            store.trouble().ifPresent(trouble -> {
                throw notBegun(trouble);
            });
        }
        return events;
    }

    private static FailureException refusal(String message) {
        return new FailureException(new Failure("backup-elsewhere", FailureKind.CONFLICT, message, Map.of(), false));
    }

    private static FailureException notBegun(IllegalStateException reason) {
        log.warn("A backup could not be begun", reason);
        return notBegun(reason.getMessage() + ". See that the system is well, then try again.");
    }

    private static FailureException notBegun(String reason) {
        return new FailureException(new Failure(
                "backup-not-begun", FailureKind.UNAVAILABLE, "Nothing was copied. " + reason, Map.of(), true));
    }

    private Moment withGatewaysPaused(List<DataStore> all, GroupCommitEventStore history) {
        List<PooledStreamingEventProcessor> gateways = processors.all().stream()
                .filter(processor -> processor.kind() == Processor.Kind.GATEWAY)
                .map(processors::running)
                .filter(PooledStreamingEventProcessor::isRunning)
                .toList();
        long begin = System.nanoTime();
        try {
            pause(gateways);
            return history.betweenWrites(() -> {
                long held = System.nanoTime();
                Cut cut = Cut.through(all);
                long now = System.nanoTime();
                return new Moment(cut, clock.instant().truncatedTo(ChronoUnit.MILLIS), history.head(), now - held, now - begin);
            });
        } catch (IllegalStateException e) {
            throw notBegun(e);
        } finally {
            gateways.forEach(PooledStreamingEventProcessor::start);
        }
    }

    private static void pause(List<PooledStreamingEventProcessor> gateways) {
        try {
            CompletableFuture.allOf(gateways.stream()
                    .map(PooledStreamingEventProcessor::shutdownAsync)
                    .toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException e) {
            throw busy();
        }
    }

    private static FailureException busy() {
        return new FailureException(new Failure(
                "gateways-busy",
                FailureKind.UNAVAILABLE,
                "What speaks to the outside world did not pause within " + PATIENCE.toSeconds()
                        + " s; nothing was copied. Try again.",
                Map.of(),
                true));
    }

    private Backup copy(Cut cut, Moment moment) {
        Path unfinished = directory.resolve(Restore.UNFINISHED + NAME.format(moment.at()));
        Path finished = directory.resolve(NAME.format(moment.at()));
        try {
            Files.createDirectories(directory);
            Files.createDirectory(unfinished);
            try {
                List<Manifest.Store> copies = new ArrayList<>();
                for (Cut.Image image : cut.images()) {
                    copies.add(archive(image, unfinished));
                }
                write(Manifest.in(unfinished),
                        new Manifest(Manifest.FORMAT, program, moment.at(), moment.position(), copies).json());
                force(unfinished);
                Files.move(unfinished, finished);
                force(directory);
                return new Backup(
                        finished.toAbsolutePath().normalize().toString(),
                        moment.at(),
                        moment.position(),
                        copies.stream().map(Manifest.Store::name).toList(),
                        copies.stream().mapToLong(Manifest.Store::bytes).sum(),
                        TimeUnit.NANOSECONDS.toMillis(moment.held()),
                        TimeUnit.NANOSECONDS.toMillis(moment.paused()));
            } finally {
                FileSystemUtils.deleteRecursively(unfinished);
            }
        } catch (IOException e) {
            log.warn("A backup could not be written to {}", directory, e);
            throw new FailureException(new Failure(
                    "backup-not-written",
                    FailureKind.UNAVAILABLE,
                    "The backup could not be written to " + directory.toAbsolutePath().normalize()
                            + ", and nothing of it is left there. Check that folder and its space, then try again.",
                    Map.of(),
                    true));
        }
    }

    private Manifest.Store archive(Cut.Image image, Path folder) throws IOException {
        String archive = image.store() + Restore.ARCHIVE;
        MessageDigest digest = sha256();
        try (FileChannel file =
                FileChannel.open(folder.resolve(archive), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(file), digest));
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment(Restore.COMMENT);
            zip.putNextEntry(new ZipEntry(image.store() + Restore.STORE_FILE));
            image.writeTo(zip);
            zip.closeEntry();
            zip.finish();
            out.flush();
            file.force(true);
            return new Manifest.Store(
                    image.store(),
                    archive,
                    file.size(),
                    HexFormat.of().formatHex(digest.digest()),
                    image.size(),
                    migrations(image.store()));
        }
    }

    private List<String> migrations(String store) {
        return stores.all().stream()
                .filter(open -> open.name().equals(store))
                .flatMap(open -> open.jdbc().sql("SELECT \"script\" FROM \"schema_history\" WHERE \"type\" = 'SQL' ORDER BY 1")
                        .query(String.class).list().stream())
                .toList();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path path, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            out.write(content);
            file.force(true);
        }
    }

    /** Has the names in a folder survive the end of the machine's power; where a folder can't be opened, they look after themselves. */
    static void force(Path folder) {
        try (FileChannel names = FileChannel.open(folder)) {
            names.force(true);
        } catch (IOException notHere) {
            return;
        }
    }
}
