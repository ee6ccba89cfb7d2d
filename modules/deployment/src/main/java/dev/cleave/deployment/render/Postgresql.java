package dev.cleave.deployment.render;

import java.util.List;

/** How PostgreSQL's own image is to be run, wherever it runs. */
final class Postgresql {

    static final String HOME = "/var/lib/postgresql";

    static final int MEBIBYTES = 1024;

    /** What its image runs as where it may not begin as root. */
    static final long USER = 999;

    private Postgresql() {}

    static List<String> command(Site site) {
        return List.of("postgres", "-c", "max_connections=" + site.connections());
    }
}
