package dev.cleave.bootstrap.proof.running;

import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Zipkin; a test that needs it is skipped, loudly, where its jar is not. */
public final class Zipkin implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final OutsideProgram program;
    private final URI address;

    public Zipkin(Path folder) {
        Path jar = OutsideProgram.jar("ZIPKIN_JAR", "zipkin.jar");
        int port = OutsideProgram.freePort();
        address = URI.create("http://127.0.0.1:" + port);
        program = OutsideProgram.start(folder, "zipkin", List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), "--server.port=" + port));
    }

    /** What has a process send all its spans here. */
    public String[] options() {
        return new String[] {
            "--management.tracing.export.zipkin.endpoint=" + address.resolve("/api/v2/spans"),
            "--management.tracing.sampling.probability=1.0"
        };
    }

    public void awaitReady() {
        Shop.patiently("Zipkin").ignoreExceptions().until(() -> get("/health").isObject());
    }

    /** All traces, as lists of spans. */
    public JsonNode traces() throws IOException, InterruptedException {
        return get("/api/v2/traces?limit=100");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.nullNode();
    }

    @Override
    public void close() {
        program.close();
    }
}
