package dev.cleave.deployment;

import java.util.Set;

/** What stands beside the units of a cut system, wherever it runs, and is called alike everywhere. */
public final class BesideUnits {

    public static final String AXON_SERVER = "axon-server";
    public static final String POSTGRESQL = "postgresql";
    public static final String FRONT = "front";

    static final Set<String> NAMES = Set.of(AXON_SERVER, POSTGRESQL, FRONT);

    private BesideUnits() {}
}
