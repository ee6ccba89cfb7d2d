package dev.cleave.bootstrap.proof.running;

import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.History.Event;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A real Axon Server as a process with a folder of its own; may be killed and started again on the same data. */
public final class RunningAxonServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path jar;
    private final Path folder;
    private final int httpPort = freePort();
    private final int grpcPort = freePort();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    /** @throws TestAbortedException if there is none on this machine */
    public RunningAxonServer(Path folder) {
        this.jar = jar();
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy));
    }

    private static Path jar() {
        String named = System.getenv().getOrDefault("AXONSERVER_JAR", "");
        Path known = Path.of(System.getProperty("user.home"), ".cleave", "axonserver.jar");
        return Stream.of(named.isEmpty() ? known : Path.of(named), known).filter(Files::isReadable).findFirst()
                .orElseThrow(() -> {
                    String skipped =
                            "SKIPPED: there is no Axon Server on this machine, so nothing is shown of a system that is cut. "
                                    + "Download its jar from https://www.axoniq.io/download and put it at " + known
                                    + ", or set AXONSERVER_JAR to where it is.";
                    System.err.println(skipped);
                    return new TestAbortedException(skipped);
                });
    }

    /** Starts it; does not wait. */
    public RunningAxonServer launch() {
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MaxDirectMemorySize=64m",
                    "-jar",
                    jar.toAbsolutePath().toString(),
                    "--server.address=127.0.0.1",
                    "--server.port=" + httpPort,
                    "--axoniq.axonserver.port=" + grpcPort,
                    "--axoniq.axonserver.hostname=localhost",
                    "--axoniq.axonserver.devmode.enabled=true",
                    "--axoniq.axonserver.event.segment-size=16MB",
                    "--axoniq.axonserver.snapshot.segment-size=16MB")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("axonserver.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RunningAxonServer awaitReady() {
        Awaitility.await("Axon Server to be ready").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("Axon Server ended; see " + folder.resolve("axonserver.log"));
            }
            try {
                return send("GET", "/actuator/health") == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
        return this;
    }

    /** Empties it; nobody may be connected. */
    public void purge() {
        try {
            int status = send("DELETE", "/v1/devmode/purge-events");
            if (status != 200) {
                throw new IllegalStateException("Axon Server answered " + status + " when it was to be emptied");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int send(String method, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        try {
            running().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a unit is told of it. */
    public List<String> options() {
        return List.of("--cleave.messaging.transport=axon-server", "--axon.axonserver.servers=localhost:" + grpcPort);
    }

    /** All events that it has, read without any of the system's own code. */
    public History history() {
        AxonServerConnectionFactory factory = AxonServerConnectionFactory.forClient("proof")
                .routingServers(new ServerAddress("localhost", grpcPort))
                .build();
        try {
            AxonServerConnection connection = factory.connect("default");
            Awaitility.await("a connection to Axon Server").atMost(PATIENCE).until(connection::isReady);
            long last = connection.eventChannel().getLastToken().get(30, TimeUnit.SECONDS);
            List<Event> events = new ArrayList<>();
            try (EventStream stream = connection.eventChannel().openStream(-1, 1_000)) {
                while (events.isEmpty() ? last >= 0 : events.getLast().position() < last) {
                    EventWithToken next = stream.nextIfAvailable(30, TimeUnit.SECONDS);
                    if (next == null) {
                        throw new AssertionError("Axon Server shows " + events.size() + " events of " + (last + 1));
                    }
                    var event = next.getEvent();
                    events.add(Event.stored(
                            next.getToken(), event.getAggregateIdentifier(), event.getAggregateSequenceNumber(),
                            event.getPayload().getType(), event.getPayload().getData().toByteArray(),
                            event.getMessageIdentifier()));
                }
            }
            return new History(events);
        } catch (Exception e) {
            throw new AssertionError("Axon Server's events can't be read", e);
        } finally {
            factory.shutdown();
        }
    }

    private Process running() {
        return Optional.ofNullable(process).orElseThrow(() -> new IllegalStateException("It was not started"));
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
        http.close();
    }
}
