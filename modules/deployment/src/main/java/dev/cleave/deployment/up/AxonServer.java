package dev.cleave.deployment.up;

import dev.cleave.deployment.BesideUnits;
import dev.cleave.deployment.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Axon Server on this machine, from a jar that is there already or from Docker. */
final class AxonServer implements Service {

    static final String JAR_VARIABLE = "AXONSERVER_JAR";
    static final String NAME = BesideUnits.AXON_SERVER;

    private static final int USUAL_HTTP = 8024;
    private static final int USUAL_GRPC = 8124;
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofSeconds(4);

    private final Path folder;
    private final @Nullable Path jar;
    private final int http;
    private final int grpc;
    private final Secrets secrets;
    private final Asking asking;

    /**
     * Where units find it.
     *
     * @param servers {@code HOST:PORT}
     * @param environment what they need to be let in
     */
    record Address(String servers, Map<String, String> environment) {}

    private AxonServer(Path folder, @Nullable Path jar, Ports ports, Secrets secrets, Asking asking) {
        this.folder = folder;
        this.jar = jar;
        this.http = ports.preferably(USUAL_HTTP);
        this.grpc = ports.preferably(USUAL_GRPC);
        this.secrets = secrets;
        this.asking = asking;
    }

    /**
     * Axon Server with its data in a folder; not started yet.
     *
     * @throws CannotStart if there is none on this machine
     */
    static AxonServer find(Path folder, Ports ports, Secrets secrets, Asking asking) {
        Path jar = jar(System.getenv(JAR_VARIABLE), Path.of(System.getProperty("user.home")));
        if (jar == null && !Docker.isThere()) {
            throw new CannotStart("The units of this profile talk over Axon Server, and there is none here. Get Axon Server"
                    + " (https://www.axoniq.io/download, or the image " + Images.AXON_SERVER + " where Docker runs) and do one of"
                    + " these: put its jar at "
                    + usualJar(Path.of(System.getProperty("user.home"))) + "; name the jar in the environment"
                    + " variable " + JAR_VARIABLE
                    + "; or start it yourself and give --axon-server HOST:PORT.");
        }
        return new AxonServer(folder, jar, ports, secrets, asking);
    }

    /** The jar that is named, or that lies where it is looked for; null if there is none. */
    static @Nullable Path jar(@Nullable String named, Path home) {
        if (named != null && !named.isBlank()) {
            String place = "The environment variable " + JAR_VARIABLE + " names " + named;
            if (!Files.isRegularFile(Path.of(named))) {
                throw new CannotStart(place + ", and there is no such file. Name Axon Server's jar, or take the variable away"
                        + " to have " + usualJar(home) + " or Docker used.");
            }
            requireAxonServer(Path.of(named), place);
            return Path.of(named).toAbsolutePath();
        }
        if (!Files.isRegularFile(usualJar(home))) {
            return null;
        }
        requireAxonServer(usualJar(home), "There is " + usualJar(home));
        return usualJar(home);
    }

    /** Any other program would only fail later and say less; this one itself would even seem to be ready. */
    private static void requireAxonServer(Path jar, String place) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            if (manifest != null && manifest.getMainAttributes().values().stream()
                    .anyMatch(value -> value.toString().toLowerCase(Locale.ROOT).contains("axon"))) {
                return;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    place + ", which can't be read as a jar (" + e.getMessage() + "). Put Axon Server's jar there.");
        }
        throw new CannotStart(place + ", which is the jar of another program. Put Axon Server's jar there.");
    }

    private static Path usualJar(Path home) {
        return home.resolve(".cleave").resolve("axonserver.jar");
    }

    Address address() {
        return new Address("localhost:" + grpc, jar == null ? Map.of() : Map.of("AXON_AXONSERVER_TOKEN", secrets.of(NAME)));
    }

    @Override
    public Child.Plan plan() throws IOException {
        Path here = Files.createDirectories(folder.resolve(NAME));
        return jar == null ? inDocker(here) : fromJar(here, jar);
    }

    /** Its port for units can't be bound to one address, so that a token keeps others out. */
    private Child.Plan fromJar(Path here, Path program) {
        Map<String, String> environment = Map.of(
                "AXONIQ_AXONSERVER_ACCESSCONTROL_ENABLED", "true",
                "AXONIQ_AXONSERVER_ACCESSCONTROL_TOKEN", secrets.of(NAME),
                "AXONIQ_AXONSERVER_ACCESSCONTROL_ADMIN_TOKEN", secrets.of(NAME + "-admin"),
                "AXONIQ_AXONSERVER_ACCESSCONTROL_ADMINTOKEN", secrets.of(NAME + "-admin"),
                "SERVER_PORT", "");
        List<String> command = List.of(
                Program.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=128m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                program.toString(),
                "--server.port=" + http,
                "--server.address=127.0.0.1",
                "--axoniq.axonserver.port=" + grpc,
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.devmode.enabled=false",
                "--axoniq.axonserver.max-message-size=33554432",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN");
        return new Child.Plan(command, environment, here, Child.StopSignal.TERM, TO_STOP);
    }

    /** It tells clients the port that it listens on, so that this is the same within the container and outside. */
    private Child.Plan inDocker(Path here) {
        String name = Docker.name(here);
        List<String> command = Docker.run(
                name,
                "-p", "127.0.0.1:" + http + ":" + http,
                "-p", "127.0.0.1:" + grpc + ":" + grpc,
                "-e", "SERVER_PORT=" + http,
                "-e", "AXONIQ_AXONSERVER_PORT=" + grpc,
                "-e", "AXONIQ_AXONSERVER_NAME=" + NAME,
                "-e", "AXONIQ_AXONSERVER_HOSTNAME=localhost",
                "-e", "AXONIQ_AXONSERVER_STANDALONE=true",
                "-e", "AXONIQ_AXONSERVER_MAXMESSAGESIZE=33554432",
                "-v", name + "-data:/axonserver/data",
                "-v", name + "-events:/axonserver/events",
                Images.AXON_SERVER);
        return new Child.Plan(command, Map.of(), here, Child.StopSignal.TERM, TO_STOP);
    }

    @Override
    public int port() {
        return grpc;
    }

    @Override
    public boolean isReady() {
        return asking.isWell(http, "/actuator/health", TO_ANSWER);
    }
}
