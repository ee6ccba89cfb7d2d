package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A whole system on this machine: what the units need, the units, and the front; started in this order and stopped in
 * the opposite one.
 */
final class Up implements Front.Own {

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final long TABLE_DELAY_MS = 700;

    private final Profile profile;
    private final Request request;
    private final Console console;
    private final Ports ports = new Ports();
    private final Asking asking = new Asking();
    private final List<Kept> servers = new ArrayList<>();
    private final AtomicBoolean tableDue = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("table").factory());
    private volatile @Nullable Front front;
    private volatile @Nullable Fleet fleet;
    private volatile boolean begun;
    private @Nullable FileLock lock;

    /**
     * What is asked for.
     *
     * @param program what the units are processes of
     * @param profile as the units are told it: a name, or the path of a file
     * @param folder for all data
     * @param port of the front; 0 for any
     * @param scales replicas by unit, where not as the profile says
     * @param axonServer {@code HOST:PORT} of a running one, or null
     * @param postgresUrl of a running server, or null
     * @param postgresUser who may make users and databases there
     * @param postgresPassword theirs
     */
    record Request(
            Program program,
            String profile,
            Path folder,
            int port,
            Map<String, Integer> scales,
            @Nullable String axonServer,
            @Nullable String postgresUrl,
            String postgresUser,
            @Nullable String postgresPassword,
            List<String> jvmOptions,
            List<String> options) {}

    Up(Profile profile, Request request, Console console) {
        this.profile = profile;
        this.request = request;
        this.console = console;
    }

    /**
     * Starts all and waits until all units are ready.
     *
     * @throws CannotStart if that does not succeed; then {@link #stop} ends what was started
     */
    void start() {
        long started = System.nanoTime();
        Secrets secrets = new Secrets(request.folder().resolve("secrets"));
        Needs needs = needs(secrets);
        lockFolder();
        Front address = new Front(profile, request.port(), this);
        front = address;
        begun = true;
        console.say("Starting the profile " + profile.name() + "; its data is in " + request.folder() + ".");
        AxonServer.@Nullable Address axonServer = needs.axonServer();
        @Nullable StoreDatabases databases = needs.databases();
        if (databases != null && needs.ownPostgres() == null) {
            databases.make(profile);
        }
        if (needs.ownAxonServer() != null) {
            axonServer = needs.ownAxonServer().address();
            keep(AxonServer.NAME, needs.ownAxonServer());
        }
        if (needs.ownPostgres() != null) {
            databases = needs.ownPostgres().databases(storePasswords());
            keep(PostgresServer.NAME, needs.ownPostgres());
        }
        await(Kept.allReady(List.copyOf(servers)));
        if (databases != null && needs.ownPostgres() != null) {
            databases.make(profile);
        }
        Replica.Means means =
                new Replica.Means(
                        request.program(), request.profile(), profile, request.jvmOptions(), request.options(), axonServer,
                        databases);
        Fleet units = new Fleet(
                profile,
                (unit, number) -> new Replica(unit, number, request.folder(), means, ports, asking),
                console,
                address::serve,
                this::tableSoon,
                Kept.Pace.USUAL);
        synchronized (this) {
            requireNotStopping();
            fleet = units;
            for (Unit unit : profile.units()) {
                units.scale(unit.name(), request.scales().getOrDefault(unit.name(), unit.replicas()));
            }
        }
        await(units.allReady());
        console.say(String.format(
                java.util.Locale.ROOT,
                "All units are ready after %.1f s at http://localhost:%d - Enter shows how they are, Ctrl-C stops them.",
                (System.nanoTime() - started) / 1e9,
                address.port()));
    }

    /**
     * What the units need and what is there already, of each at most one; nothing of it has been started or made.
     */
    private record Needs(
            @Nullable AxonServer ownAxonServer,
            AxonServer.@Nullable Address axonServer,
            @Nullable PostgresServer ownPostgres,
            @Nullable StoreDatabases databases) {}

    /** Found before anything is made, so that whoever lacks something has nothing to tidy up. */
    private Needs needs(Secrets secrets) {
        boolean axonServer = profile.axonServer();
        boolean postgres = profile.units().stream().anyMatch(unit -> unit.store() == Unit.Store.POSTGRESQL);
        String url = request.postgresUrl();
        return new Needs(
                axonServer && request.axonServer() == null ? AxonServer.find(request.folder(), ports, secrets, asking) : null,
                axonServer && request.axonServer() != null ? running(request.axonServer()) : null,
                postgres && url == null ? PostgresServer.find(request.folder(), ports, secrets) : null,
                postgres && url != null
                        ? new StoreDatabases(url, request.postgresUser(), request.postgresPassword(), storePasswords())
                        : null);
    }

    private static AxonServer.Address running(String given) {
        int colon = given.lastIndexOf(':');
        try {
            if (colon > 0 && Ports.answers(given.substring(0, colon), Integer.parseInt(given.substring(colon + 1)))) {
                return new AxonServer.Address(given, Map.of());
            }
        } catch (IllegalArgumentException noPort) {
            throw new CannotStart("--axon-server is to be written like localhost:8124.");
        }
        throw new CannotStart("No Axon Server answers at " + given
                + ". Start it there, or leave --axon-server out to have one started. It is written like localhost:8124.");
    }

    private Secrets storePasswords() {
        return new Secrets(request.folder().resolve("secrets").resolve("stores"));
    }

    private synchronized void keep(String name, Service server) {
        requireNotStopping();
        servers.add(new Kept(name, server, console, kept -> tableSoon(), Kept.Pace.USUAL).start());
    }

    private void requireNotStopping() {
        if (stopping.get()) {
            throw new CannotStart("It was stopped while it started.");
        }
    }

    private static void await(CompletableFuture<@Nullable Void> ready) {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart known ? known : e;
        }
    }

    private void lockFolder() {
        Path file = request.folder().resolve("up.lock");
        try {
            Files.createDirectories(request.folder());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException taken) {
            lock = null;
        } catch (IOException e) {
            throw new CannotStart("The folder " + request.folder() + " can't be written to (" + e + "). Choose another"
                    + " with --directory.");
        }
        if (lock == null) {
            throw new CannotStart("Another up uses the folder " + request.folder() + ". Stop it, or choose another"
                    + " folder with --directory.");
        }
    }

    void say(String text) {
        console.say(text);
    }

    void scale(String unit, int replicas) {
        Fleet units = fleet;
        if (units == null) {
            throw new CannotStart("Units can be scaled once they have been started.");
        }
        units.scale(unit, replicas);
    }

    private void tableSoon() {
        if (!stopping.get() && tableDue.compareAndSet(false, true)) {
            timer.schedule(this::showTable, TABLE_DELAY_MS, TimeUnit.MILLISECONDS);
        }
    }

    void showTable() {
        tableDue.set(false);
        console.block(StatusTable.lines(rows()));
    }

    private List<StatusTable.Row> rows() {
        List<StatusTable.Row> rows = new ArrayList<>();
        synchronized (this) {
            servers.forEach(server -> rows.add(StatusTable.Row.of(server.name(), null, server)));
        }
        Optional.ofNullable(fleet).ifPresent(units -> rows.addAll(units.rows()));
        return rows;
    }

    @Override
    public Map<String, Object> health() {
        Fleet units = fleet;
        return units == null ? Map.of("status", "DOWN") : units.health();
    }

    @Override
    public Object processes() {
        return Map.of("profile", profile.name(), "processes", rows());
    }

    @Override
    public @Nullable String openApi() {
        List<Integer> one = Optional.ofNullable(fleet).map(Fleet::onePortEach).orElse(null);
        if (one == null) {
            return null;
        }
        List<String> descriptions =
                one.stream().flatMap(port -> asking.get(port, "/v3/api-docs", TO_ANSWER).stream()).toList();
        return descriptions.size() < one.size() ? null : OpenApi.joined(descriptions, request.program().groups());
    }

    @Override
    public @Nullable URI replica(String unit, String number) {
        return Optional.ofNullable(fleet).map(units -> units.replica(unit, number)).orElse(null);
    }

    /** Stops the front, then the units, then what they need, and waits; whoever asks second waits for the first. */
    void stop() {
        synchronized (this) {
            if (!stopping.compareAndSet(false, true)) {
                stopped.join();
                return;
            }
        }
        if (begun) {
            console.say("Stopping.");
        }
        Optional.ofNullable(front).ifPresent(Front::close);
        Optional.ofNullable(fleet).ifPresent(Fleet::stop);
        for (Kept server : servers.reversed()) {
            server.askToStop();
            server.awaitStop();
        }
        timer.shutdownNow();
        asking.close();
        if (begun) {
            console.say("Stopped; nothing is left running.");
        }
        stopped.complete(null);
    }
}
