package dev.cleave.deployment;

import dev.cleave.deployment.Unit.Store;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.BoundedContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A unit, and what it needs of its surroundings, wherever it runs. {@code plan} prints it, {@code up} and {@code render} provide it.
 *
 * @param databases names of its databases on PostgreSQL, each with a user of the same name: one per context, those that are opened besides
 *     for its contexts, and where messages stay in the process the events'; none if it keeps files
 * @param ownPaths what it answers outside {@code /api}, each with what lies below; seen on the own machine only
 * @param outsidePorts ports of the outside services that it calls
 * @param axonServer whether it talks over Axon Server
 */
public record UnitNeeds(Unit unit, List<String> databases, List<String> ownPaths, List<Integer> outsidePorts,
        boolean axonServer) {

    /** A policy's events are divided into four parts; more replicas than parts find no work. */
    private static final int USEFUL_REPLICAS = 4;

    /** What a unit of a profile needs. */
    public static UnitNeeds of(Unit unit, Profile profile) {
        List<BoundedContext> contexts = unit.contexts().stream()
                .flatMap(name -> Profiles.known().stream().filter(context -> context.name().equals(name)))
                .map(context -> context.registration().getAnnotation(BoundedContext.class))
                .toList();
        Stream<String> databases = Stream.concat(
                contexts.stream().flatMap(context -> Stream.concat(Stream.of(context.value()), Stream.of(context.stores()))),
                Stream.of(DataStores.EVENTS).filter(events -> !profile.axonServer()));
        return new UnitNeeds(
                unit,
                unit.store() == Store.POSTGRESQL ? databases.toList() : List.of(),
                contexts.stream().flatMap(context -> Stream.of(context.ownPaths())).toList(),
                contexts.stream().flatMapToInt(context -> IntStream.of(context.callsPorts())).distinct().sorted().boxed()
                        .toList(),
                profile.axonServer());
    }

    /** What each unit of a profile needs, in the profile's order. */
    public static List<UnitNeeds> of(Profile profile) {
        return profile.units().stream().map(unit -> of(unit, profile)).toList();
    }

    public String name() {
        return unit.name();
    }

    /** Its memory as Kubernetes and the JVM count it. */
    public long mebibytes() {
        return unit.memory().toMegabytes();
    }

    public boolean keepsFiles() {
        return unit.store() == Store.H2;
    }

    /** Whether several replicas of it may run at once. */
    public boolean scales() {
        return axonServer && !keepsFiles();
    }

    /** How many replicas find work. */
    public int mostReplicas() {
        return scales() ? Math.max(USEFUL_REPLICAS, unit.replicas()) : 1;
    }

    /** The environment variable that tells a process the password of one of its databases. */
    public static String passwordVariable(String database) {
        return "CLEAVE_STORES_" + database.toUpperCase(Locale.ROOT) + "_PASSWORD";
    }
}
