package dev.cleave.deployment;

import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * What is deployed and scaled.
 *
 * @param name within its profile
 * @param contexts names of the contexts that it holds
 * @param replicas how many processes of it run, at least one
 * @param memory how much memory a process of it may have altogether
 * @param store where its contexts keep their data
 */
public record Unit(String name, List<String> contexts, int replicas, DataSize memory, Store store) {

    /** What a unit's contexts keep their data in. */
    public enum Store {
        /** A file per context beside the process; for a single replica only. */
        H2,
        /** A database and a user per context. */
        POSTGRESQL
    }

    public Unit {
        contexts = List.copyOf(contexts);
    }
}
