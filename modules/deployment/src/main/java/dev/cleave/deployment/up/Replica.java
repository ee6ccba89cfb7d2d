package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process of a unit. */
final class Replica implements Service {

    /** Longer than a unit takes to stop by itself. */
    private static final Duration TO_STOP = Duration.ofSeconds(45);
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    private static final Map<String, String> WITHOUT = Map.of(
            "CLEAVE_CONTEXTS", "", "CLEAVE_PROFILE", "", "CLEAVE_UNIT", "", "CLEAVE_MESSAGING_TRANSPORT", "", "SERVER_PORT", "",
            PostgresServer.PASSWORD_VARIABLE, "");

    private final Unit unit;
    private final int number;
    private final Path folder;
    private final Means means;
    private final Ports ports;
    private final Asking asking;
    private volatile int port;

    /**
     * What all units are started with.
     *
     * @param program what they are processes of
     * @param profile a name or the path of a file, as a unit is told it
     * @param cut the profile itself
     * @param options for every unit; its own come after them
     * @param jvmOptions likewise
     * @param stores where the databases are, or null if no unit asks for any
     */
    record Means(
            Program program,
            String profile,
            Profile cut,
            List<String> jvmOptions,
            List<String> options,
            AxonServer.@Nullable Address axonServer,
            @Nullable StoreDatabases stores) {}

    Replica(Unit unit, int number, Path folder, Means means, Ports ports, Asking asking) {
        this.unit = unit;
        this.number = number;
        this.folder = folder;
        this.means = means;
        this.ports = ports;
        this.asking = asking;
    }

    @Override
    public Child.Plan plan() {
        port = ports.any();
        Map<String, String> environment = new HashMap<>(WITHOUT);
        List<String> options = new ArrayList<>(List.of(
                "--cleave.profile=" + means.profile(),
                "--cleave.unit=" + unit.name(),
                "--server.port=" + port,
                "--cleave.web.listen=127.0.0.1",
                "--cleave.data-directory=" + folder.resolve("data"),
                "--cleave.backup-directory=" + folder.resolve("backups").resolve(unit.name() + "-" + number)));
        if (means.axonServer() != null) {
            options.add("--axon.axonserver.servers=" + means.axonServer().servers());
            environment.putAll(means.axonServer().environment());
        }
        if (unit.store() == Unit.Store.POSTGRESQL && means.stores() != null) {
            options.addAll(means.stores().options());
            environment.putAll(means.stores().environment(unit, means.cut()));
        }
        options.addAll(means.options());
        return new Child.Plan(means.program().command(jvmOptions(), options), environment, null, Child.StopSignal.TERM, TO_STOP);
    }

    /** Half of its memory is its heap, as in a container. */
    private List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + unit.memory().toMegabytes() / 2 + "m",
                "-XX:+UseSerialGC",
                "-Djdk.nio.maxCachedBufferSize=65536",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        options.addAll(means.jvmOptions());
        return options;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isReady() {
        return asking.isWell(port, "/actuator/health/readiness", TO_ANSWER);
    }

    @Override
    public OptionalLong lag() {
        return asking.get(port, "/actuator/processors", TO_ANSWER).map(Replica::largestLag).orElse(OptionalLong.empty());
    }

    /** A processor of which this process works on no part has a lag of -1. */
    static OptionalLong largestLag(String processors) {
        OptionalLong largest = OptionalLong.empty();
        for (JsonNode processor : JsonMapper.shared().readTree(processors).path("processors")) {
            long lag = processor.path("lag").asLong(-1);
            if (lag >= 0) {
                largest = OptionalLong.of(Math.max(lag, largest.orElse(0)));
            }
        }
        return largest;
    }
}
