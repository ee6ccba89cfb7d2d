package dev.cleave.deployment.render;

import dev.cleave.deployment.Databases;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.Unit.Store;
import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.platform.placement.Context;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A unit, and what it needs of its surroundings.
 *
 * @param databases names of its databases on PostgreSQL; none if it keeps files
 * @param outsidePorts ports of the outside services that it calls
 * @param axonServer whether it talks over Axon Server
 */
record UnitNeeds(Unit unit, List<String> databases, List<Integer> outsidePorts, boolean axonServer) {

    /** A policy's events are divided into four parts; more replicas than parts find no work. */
    private static final int USEFUL_REPLICAS = 4;

    static UnitNeeds of(Unit unit, Profile profile, List<Context> known) {
        List<BoundedContext> contexts = unit.contexts().stream()
                .map(name -> known.stream().filter(context -> context.name().equals(name)).findFirst().orElseThrow())
                .map(context -> context.registration().getAnnotation(BoundedContext.class))
                .toList();
        boolean inProcess = profile.messaging() == Messaging.IN_PROCESS;
        List<Integer> ports = contexts.stream()
                .flatMapToInt(context -> IntStream.of(context.callsPorts()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        return new UnitNeeds(unit, Databases.of(unit, profile), ports, !inProcess);
    }

    String name() {
        return unit.name();
    }

    /** Its memory as Kubernetes and the JVM count it. */
    long mebibytes() {
        return unit.memory().toMegabytes();
    }

    boolean keepsFiles() {
        return unit.store() == Store.H2;
    }

    /** Whether several replicas of it may run at once. */
    boolean scales() {
        return axonServer && !keepsFiles();
    }

    int mostReplicas() {
        return scales() ? Math.max(USEFUL_REPLICAS, unit.replicas()) : 1;
    }
}
