package dev.cleave.bootstrap.proof.running;

import dev.cleave.bootstrap.proof.shop.Operators;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.up.RunningFront;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The packaged program cut as a profile has it: its units as processes that meet in a real Axon Server, with their stores where the
 * profile wants them, and one address in front.
 */
public final class CutCleave implements AutoCloseable {

    private final RunningAxonServer server;
    private final @Nullable PostgresStores stores;
    private final Map<String, RunningUnit> units = new LinkedHashMap<>();
    private final Profile profile;
    private final RunningFront front;

    /**
     * @param options what every unit is told beside its place
     * @throws TestAbortedException if this machine lacks what the profile needs
     */
    public CutCleave(Path folder, String profileName, String... options) {
        this.profile = Profiles.named(profileName);
        this.server = new RunningAxonServer(folder.resolve("axonserver"));
        this.stores =
                profile.units().stream().anyMatch(unit -> unit.store() == Unit.Store.POSTGRESQL) ? PostgresStores.orSkip() : null;
        for (Unit unit : profile.units()) {
            List<String> all = new ArrayList<>(List.of(options));
            all.add("--cleave.profile=" + profileName);
            all.add("--cleave.unit=" + unit.name());
            all.addAll(server.options());
            if (stores != null && unit.store() == Unit.Store.POSTGRESQL) {
                all.addAll(List.of(stores.options()));
            }
            RunningUnit running = new RunningUnit(folder.resolve(unit.name()), all);
            for (int number = 1; number <= unit.replicas(); number++) {
                running.add();
            }
            units.put(unit.name(), running);
        }
        this.front = new RunningFront(
                profile, (unit, number) -> units.get(unit).replicas.get(Integer.parseInt(number) - 1).url());
    }

    /** The replicas of a unit. */
    private static final class RunningUnit {

        private final Path folder;
        private final List<String> options;
        private final List<RunningCleave> replicas = new CopyOnWriteArrayList<>();
        private int added;

        RunningUnit(Path folder, List<String> options) {
            this.folder = folder;
            this.options = options;
        }

        public RunningCleave another() {
            return new RunningCleave(folder.resolve(String.valueOf(++added)), options.toArray(String[]::new));
        }

        public void add() {
            replicas.add(another());
        }
    }

    /** Starts everything at once; units wait for Axon Server by themselves. */
    public CutCleave start() {
        try {
            server.launch();
            processes().forEach(RunningCleave::launch);
            server.awaitReady();
            processes().forEach(RunningCleave::awaitReady);
            units.keySet().forEach(this::serve);
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Requests go to all processes of a unit from now on. */
    private void serve(String unit) {
        front.serve(unit, units.get(unit).replicas.stream().map(RunningCleave::url).collect(Collectors.toSet()));
    }

    /** The system as callers and operators see it. */
    public Shop shop() {
        Shop callers = new Shop(front::url);
        return new Shop(front::url, new Operators(callers, profile, unit -> units.get(unit).replicas.size()));
    }

    /** Starts a process again that has ended; it may listen somewhere else than before. */
    public void startAgain(String unit, RunningCleave process) {
        process.start();
        serve(unit);
    }

    public RunningAxonServer server() {
        return server;
    }

    public List<String> units() {
        return List.copyOf(units.keySet());
    }

    public List<RunningCleave> replicas(String unit) {
        return units.get(unit).replicas;
    }

    /** Has a unit run in so many replicas; requests go to a new one when it is ready, and to an old one no more before it stops. */
    public void scale(String name, int replicas) {
        RunningUnit unit = units.get(name);
        while (unit.replicas.size() < replicas) {
            unit.replicas.add(unit.another().start());
            serve(name);
        }
        while (unit.replicas.size() > replicas) {
            RunningCleave last = unit.replicas.removeLast();
            serve(name);
            last.stop();
        }
    }

    /** Has no database answer for so long. */
    public void withoutDatabases(Duration time) {
        Optional.ofNullable(stores).orElseThrow().rest(time);
    }

    /** Kills all processes, the server's last. */
    public void kill() {
        processes().forEach(RunningCleave::kill);
        server.kill();
    }

    /** The stores of the units that are on PostgreSQL. */
    public PostgresStores stores() {
        return Optional.ofNullable(stores).orElseThrow();
    }

    private List<RunningCleave> processes() {
        return units.values().stream().flatMap(unit -> unit.replicas.stream()).toList();
    }

    @Override
    public void close() {
        front.close();
        processes().forEach(RunningCleave::close);
        server.close();
        if (stores != null) {
            stores.close();
        }
    }

    /** Gives the tests of a class a system that is cut as a profile has it, and ends it after them. */
    private abstract static class OfProfile extends SharedCleave {

        private final String profile;

        OfProfile(String profile) {
            this.profile = profile;
        }

        @Override
        public Shared startHere() {
            CutCleave cleave = new CutCleave(folder(), profile, Hurry.OPTIONS).start();
            return new Shared(cleave.shop(), cleave.server()::history, cleave);
        }
    }

    public static final class Hybrid extends OfProfile {
        Hybrid() {
            super("hybrid");
        }
    }

    public static final class Split extends OfProfile {
        Split() {
            super("split");
        }
    }
}
