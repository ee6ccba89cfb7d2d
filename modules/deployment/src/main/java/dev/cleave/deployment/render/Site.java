package dev.cleave.deployment.render;

import dev.cleave.deployment.BesideUnits;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.UnitNeeds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be set up for a profile.
 *
 * @param profile the profile
 * @param ownFile the text of its file, if the program does not bring it along
 * @param sources where the image is built from, seen from the folder of the Compose file; null if it must be there already
 * @param units its units, with what they need
 */
record Site(Profile profile, @Nullable String ownFile, @Nullable String sources, List<UnitNeeds> units) {

    static final String AXON_SERVER = BesideUnits.AXON_SERVER;
    static final String POSTGRESQL = BesideUnits.POSTGRESQL;
    static final String FRONT = BesideUnits.FRONT;

    static final int HTTP_PORT = 8080;
    static final int AXON_SERVER_HTTP_PORT = 8024;
    static final int AXON_SERVER_PORT = 8124;
    static final int POSTGRESQL_PORT = 5432;

    /** What the containers of units run as. */
    static final long USER = 10001;

    /** Longer than the program takes to stop in an orderly way. */
    static final int SECONDS_TO_STOP = 60;

    private static final int CONNECTIONS_PER_STORE = 10;
    private static final int SPARE_CONNECTIONS = 20;

    /** Finds out what a profile needs. */
    static Site of(Profile profile, @Nullable String ownFile, @Nullable String sources) {
        return new Site(profile, ownFile, sources, UnitNeeds.of(profile));
    }

    String name() {
        return profile.name();
    }

    boolean axonServer() {
        return profile.axonServer();
    }

    /** Databases on PostgreSQL, each with a user of the same name; none if no unit needs any. */
    List<String> databases() {
        return units.stream().flatMap(unit -> unit.databases().stream()).toList();
    }

    boolean postgresql() {
        return !databases().isEmpty();
    }

    /** How many connections all units may hold at the most, while one replica of each is replaced. */
    int connections() {
        return SPARE_CONNECTIONS + units.stream()
                .mapToInt(unit -> unit.databases().size() * (unit.mostReplicas() + 1) * CONNECTIONS_PER_STORE)
                .sum();
    }

    /** Whether all of it is one process, so that nothing need stand in front of it. */
    boolean oneProcess() {
        return units.size() == 1 && units.getFirst().unit().replicas() == 1;
    }

    /** What a process is told for a profile: its name, or where its file is put. */
    String reference() {
        return ownFile == null ? name() : mountedFile();
    }

    /** Where the profile's own file is put in a container; its name there gives the profile's. */
    String mountedFile() {
        return "/etc/cleave/" + fileName();
    }

    String fileName() {
        return name() + ".yaml";
    }

    static String contextPath(String context) {
        return "/api/" + context;
    }
}
