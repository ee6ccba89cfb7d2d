package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.trader.TradeCommand;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code up} with two units, a real Axon Server and a real PostgreSQL. Skipped where there is no jar of Axon Server. */
class UpIT {

    private static final Pattern READY = Pattern.compile("All units are ready after .* at (http://localhost:\\d+)");
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROFILE = """
            units:
              shop:      { contexts: [catalog, ordering, payment], store: postgresql }
              warehouse: { contexts: [inventory, shipping, notification], store: h2 }
            """;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedPostgres postgres;
    private Process up;
    private URI url;

    @BeforeEach
    void requireAxonServer() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        boolean there = AxonServer.jar(System.getenv(AxonServer.JAR_VARIABLE), home) != null;
        if (!there) {
            System.err.println("""

                    ******** SKIPPED: UpIT. `up` was NOT tested with a real Axon Server, because there is none here. ********
                    ******** Name its jar in AXONSERVER_JAR, or put it at ~/.cleave/axonserver.jar.                ********
                    """);
        }
        Assumptions.assumeTrue(there, "no jar of Axon Server in AXONSERVER_JAR or at ~/.cleave/axonserver.jar");
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    }

    @AfterEach
    void end() throws IOException {
        if (up != null && up.isAlive()) {
            up.destroyForcibly();
        }
        if (postgres != null) {
            postgres.close();
        }
        http.close();
    }

    @Test
    void runsACutSystemThatOutlivesAUnitsDeathAndLeavesNothingBehind() throws Exception {
        start();
        Awaitility.await("health").atMost(PATIENCE).until(() -> get("/actuator/health").get("status").asString().equals("UP"));
        assertThat(get("/v3/api-docs").get("paths").propertyNames())
                .contains("/api/ordering/orders", "/api/inventory/stock/{sku}", "/api/shipping/shipments");

        CompletableFuture<Integer> trade = CompletableFuture.supplyAsync(() -> new CommandLine(new TradeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute("--sample", "--orders", "20", "--url", url.toString(), "--patience", "120"));
        Awaitility.await("first order").atMost(PATIENCE).until(() -> !get("/api/ordering/orders").get("items").isEmpty());
        long killed = process("warehouse").get("pid").asLong();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        assertThat(trade.get(4, TimeUnit.MINUTES)).isZero();
        Awaitility.await("warehouse is back").atMost(PATIENCE)
                .until(() -> process("warehouse").get("state").asString().equals("ready"));
        assertThat(process("warehouse").get("pid").asLong()).isNotEqualTo(killed);
        assertThat(process("warehouse").get("restarts").asInt()).isEqualTo(1);

        type("scale warehouse=2");
        Awaitility.await("refusal").atMost(PATIENCE).until(() -> log().contains("set store: postgresql for it"));

        List<ProcessHandle> all = up.descendants().toList();
        assertThat(all.stream().map(ProcessHandle::pid)).containsAll(processIds());
        up.destroy();
        assertThat(up.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(log()).contains("Stopped; nothing is left running.");
        Awaitility.await("all ended").atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(passwords()).isNotEmpty().allSatisfy(password -> assertThat(log()).doesNotContain(password));
    }

    private void start() throws IOException {
        Path profile = Files.writeString(folder.resolve("two.yaml"), PROFILE);
        ProcessBuilder builder = new ProcessBuilder(
                Program.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-jar", Path.of(System.getProperty("cleave.jar", "target/cleave.jar")).toAbsolutePath().toString(),
                "up", profile.toString(), "--port", "0", "--directory", folder.resolve("data").toString(),
                "--postgres-url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "--jvm-option", "-XX:TieredStopAtLevel=1");
        builder.environment().keySet().removeIf(name -> name.startsWith("CLEAVE_") || name.startsWith("SPRING_"));
        up = builder.redirectErrorStream(true).redirectOutput(logFile().toFile()).start();
        Awaitility.await("units").atMost(TO_START).until(() -> {
            Matcher ready = READY.matcher(log());
            if (ready.find()) {
                url = URI.create(ready.group(1));
            } else if (!up.isAlive()) {
                throw new IllegalStateException("It ended with code " + up.exitValue() + ":\n" + log());
            }
            return url != null;
        });
    }

    private void type(String line) throws IOException {
        up.outputWriter().write(line + "\n");
        up.outputWriter().flush();
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).build();
            return JsonMapper.shared().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode process(String unit) {
        return get("/actuator/units").get("processes").valueStream()
                .filter(process -> process.get("unit").asString().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> processIds() {
        List<Long> ids = new ArrayList<>();
        get("/actuator/units").get("processes").forEach(process -> ids.add(process.get("pid").asLong()));
        return ids;
    }

    private List<String> passwords() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("secrets"))) {
            List<String> passwords = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                passwords.add(Files.readString(file));
            }
            return passwords;
        }
    }

    private Path logFile() {
        return folder.resolve("up.log");
    }

    private String log() throws IOException {
        return Files.readString(logFile());
    }
}
