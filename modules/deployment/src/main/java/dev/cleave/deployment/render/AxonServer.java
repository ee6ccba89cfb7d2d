package dev.cleave.deployment.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Axon Server's own image is to be run, wherever it runs. */
final class AxonServer {

    static final String HOME = "/axonserver/";

    /** What it must not lose, below its home. */
    static final List<String> FOLDERS = List.of("data", "events", "log", "plugins");

    static final int MEBIBYTES = 1024;

    /** What its image runs as. */
    static final long USER = 1001;

    /** The host name is where it sends units that have found it, so they must be able to look it up. */
    static final Map<String, String> SETTINGS = settings();

    private AxonServer() {}

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("AXONIQ_AXONSERVER_NAME", Site.AXON_SERVER);
        settings.put("AXONIQ_AXONSERVER_HOSTNAME", Site.AXON_SERVER);
        settings.put("AXONIQ_AXONSERVER_STANDALONE", "true");
        settings.put("AXONIQ_AXONSERVER_MAXMESSAGESIZE", "33554432");
        settings.put("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=40");
        return settings;
    }
}
