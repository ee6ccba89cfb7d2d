package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The processes of all units, and how many there are of each. */
final class Fleet {

    private final Profile profile;
    private final BiFunction<Unit, Integer, Service> replicas;
    private final Console console;
    private final BiConsumer<String, Set<URI>> serving;
    private final Runnable changed;
    private final Kept.Pace pace;
    private final Map<String, List<Kept>> units = new LinkedHashMap<>();
    private boolean stopping;

    /**
     * Units of which none runs yet.
     *
     * @param replicas makes a replica of a unit by its number, from 1
     * @param serving is told which processes of a unit requests may go to, whenever that changes
     * @param changed is told whenever a process becomes something else
     */
    Fleet(
            Profile profile,
            BiFunction<Unit, Integer, Service> replicas,
            Console console,
            BiConsumer<String, Set<URI>> serving,
            Runnable changed,
            Kept.Pace pace) {
        this.profile = profile;
        this.replicas = replicas;
        this.console = console;
        this.serving = serving;
        this.changed = changed;
        this.pace = pace;
        profile.units().forEach(unit -> units.put(unit.name(), new ArrayList<>()));
    }

    /** Starts or stops processes of a unit until there are so many; those with the highest numbers are stopped. */
    void scale(String name, int wanted) {
        Scales.check(profile, name, wanted);
        Unit unit = profile.unit(name).orElseThrow();
        List<Kept> surplus = new ArrayList<>();
        synchronized (this) {
            List<Kept> present = units.get(name);
            while (!stopping && present.size() < wanted) {
                int number = present.size() + 1;
                Consumer<Kept> became = kept -> became(name);
                present.add(new Kept(name + "." + number, replicas.apply(unit, number), console, became, pace).start());
            }
            while (present.size() > wanted) {
                surplus.add(present.removeLast());
            }
        }
        became(name);
        surplus.forEach(Kept::askToStop);
    }

    /** While none of a unit is ready, those that run still answer what they can, and say why they can't the rest. */
    private void became(String unit) {
        synchronized (this) {
            List<Kept> present = units.get(unit);
            Set<URI> ready = in(present, Kept.State.READY);
            serving.accept(unit, stopping ? Set.of() : ready.isEmpty() ? in(present, Kept.State.UNREADY) : ready);
        }
        changed.run();
    }

    private static Set<URI> in(List<Kept> present, Kept.State state) {
        return present.stream().filter(kept -> kept.state() == state).map(Fleet::address).collect(Collectors.toSet());
    }

    private static URI address(Kept kept) {
        return URI.create("http://127.0.0.1:" + kept.port());
    }

    /** Completed when all processes there are now have been ready; exceptionally when one of them is given up. */
    synchronized CompletableFuture<@Nullable Void> allReady() {
        return Kept.allReady(units.values().stream().flatMap(List::stream).toList());
    }

    synchronized List<StatusTable.Row> rows() {
        List<StatusTable.Row> rows = new ArrayList<>();
        units.forEach((unit, present) -> {
            for (int i = 0; i < present.size(); i++) {
                rows.add(StatusTable.Row.of(unit, i + 1, present.get(i)));
            }
        });
        return rows;
    }

    /** Up if of every unit at least one process is ready. */
    synchronized Map<String, Object> health() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean all = true;
        for (Map.Entry<String, List<Kept>> unit : units.entrySet()) {
            long ready = unit.getValue().stream().filter(kept -> kept.state() == Kept.State.READY).count();
            all &= ready > 0;
            details.put(unit.getKey(), Map.of(
                    "status", ready > 0 ? "UP" : "DOWN", "ready", ready, "replicas", unit.getValue().size()));
        }
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", all ? "UP" : "DOWN");
        health.put("units", details);
        return health;
    }

    /** The port of one ready process of every unit; null if a unit has none. */
    synchronized @Nullable List<Integer> onePortEach() {
        List<@Nullable Integer> ports = new ArrayList<>();
        for (List<Kept> present : units.values()) {
            ports.add(present.stream()
                    .filter(kept -> kept.state() == Kept.State.READY)
                    .map(Kept::port)
                    .findFirst()
                    .orElse(null));
        }
        return ports.stream().anyMatch(Objects::isNull) ? null : ports.stream().map(Objects::requireNonNull).toList();
    }

    /** A process by its unit and number, if it runs. */
    synchronized @Nullable URI replica(String unit, String number) {
        List<Kept> present = units.getOrDefault(unit, List.of());
        for (int i = 0; i < present.size(); i++) {
            if (Integer.toString(i + 1).equals(number) && present.get(i).pid() > 0) {
                return address(present.get(i));
            }
        }
        return null;
    }

    /** Stops all, side by side, and waits. */
    void stop() {
        List<Kept> all;
        synchronized (this) {
            stopping = true;
            all = units.values().stream().flatMap(List::stream).toList();
        }
        all.forEach(Kept::askToStop);
        all.forEach(Kept::awaitStop);
    }
}
