package dev.cleave.deployment;

import java.util.List;
import java.util.Optional;

/**
 * A deployment profile: a named assignment of contexts to units.
 *
 * @param name the name of its folder under {@code deployment-profiles}, or of its file
 * @param description one sentence for people
 * @param messaging how units talk to each other
 * @param units in the order of the file; every context is in exactly one
 */
public record Profile(String name, String description, Messaging messaging, List<Unit> units) {

    /** How messages travel between units. */
    public enum Messaging {
        /** Within the one process there is. */
        IN_PROCESS,
        /** Over Axon Server, which keeps the events too. */
        AXON_SERVER
    }

    public Profile {
        units = List.copyOf(units);
    }

    /** Whether messages travel over Axon Server. */
    public boolean axonServer() {
        return messaging == Messaging.AXON_SERVER;
    }

    /** The unit of a name. */
    public Optional<Unit> unit(String unit) {
        return units.stream().filter(candidate -> candidate.name().equals(unit)).findFirst();
    }

    /** The unit that holds a context. */
    public Optional<Unit> unitOf(String context) {
        return units.stream().filter(candidate -> candidate.contexts().contains(context)).findFirst();
    }
}
