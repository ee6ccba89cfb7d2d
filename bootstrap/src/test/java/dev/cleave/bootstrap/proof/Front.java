package dev.cleave.bootstrap.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One address in front of a system that is cut: hands each request to a unit that holds the context that the path names, to its
 * replicas in turn, and makes one answer of what the units' operating endpoints say.
 */
final class Front implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern API = Pattern.compile("/api/([a-z]+)(/.*)?");
    private static final Pattern OPERATING = Pattern.compile("/actuator/(processors|deadletters)/([a-z]+)\\..*");
    private static final Set<String> NOT_HANDED_ON =
            Set.of("connection", "content-length", "date", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");
    private static final Map<String, Integer> PARTS = Map.of("view", 1, "policy", 4, "gateway", 8);

    /** The replicas of a unit, which may become more or fewer, and the contexts it holds. */
    record Backend(Set<String> contexts, List<Supplier<URI>> replicas) {}

    private final List<Backend> backends;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final HttpServer server;

    Front(List<Backend> backends) {
        this.backends = List.copyOf(backends);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private record Reply(int status, Map<String, List<String>> headers, byte[] body) {

        static Reply json(JsonNode body) {
            return new Reply(200, Map.of("Content-Type", List.of("application/json")), JSON.writeValueAsBytes(body));
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply;
            try {
                reply = reply(exchange, body);
            } catch (IOException | IllegalStateException away) {
                reply = new Reply(502, Map.of(), new byte[0]);
            }
            reply.headers().forEach((name, values) -> {
                if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/actuator/processors")) {
            return Reply.json(processors(exchange));
        }
        if (path.equals("/actuator/deadletters")) {
            return Reply.json(deadLetters(exchange));
        }
        Matcher api = API.matcher(path);
        if (api.matches()) {
            return any(holding(api.group(1)), exchange, body);
        }
        Matcher operating = OPERATING.matcher(path);
        if (operating.matches()) {
            List<Supplier<URI>> replicas = holding(operating.group(2)).replicas();
            return exchange.getRequestMethod().equals("POST") && operating.group(1).equals("processors")
                    ? operate(replicas, exchange, body)
                    : send(replicas.getFirst(), exchange, body);
        }
        return any(path.startsWith("/simulator") ? holding("payment") : backends.getFirst(), exchange, body);
    }

    private Backend holding(String context) {
        return backends.stream()
                .filter(backend -> backend.contexts().contains(context))
                .findFirst()
                .orElse(backends.getFirst());
    }

    private Reply any(Backend backend, HttpExchange exchange, byte[] body) throws IOException {
        List<Supplier<URI>> replicas = backend.replicas();
        return send(replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size())), exchange, body);
    }

    /** What is done to a processor is done in all replicas; a replay in one of them, while it rests in the others. */
    private Reply operate(List<Supplier<URI>> replicas, HttpExchange exchange, byte[] body) throws IOException {
        boolean replay = new String(body, java.nio.charset.StandardCharsets.UTF_8).contains("replay");
        List<Supplier<URI>> others = replicas.subList(1, replicas.size());
        if (replay) {
            for (Supplier<URI> other : others) {
                send(other, exchange, action("pause"));
            }
        }
        Reply reply = send(replicas.getFirst(), exchange, body);
        for (Supplier<URI> other : others) {
            send(other, exchange, replay ? action("resume") : body);
        }
        return reply;
    }

    private static byte[] action(String name) {
        return JSON.writeValueAsBytes(Map.of("action", name));
    }

    private JsonNode processors(HttpExchange exchange) throws IOException {
        long head = -1;
        Map<String, ObjectNode> byName = new LinkedHashMap<>();
        for (Backend backend : backends) {
            for (Supplier<URI> replica : backend.replicas()) {
                JsonNode said = send(replica, exchange, new byte[0]).json();
                head = Math.max(head, said.path("head").asLong(-1));
                said.path("processors").forEach(processor -> byName.merge(
                        processor.path("name").asString(""), (ObjectNode) processor, Front::together));
            }
        }
        byName.values().forEach(Front::unknownWhereAPartIsNowhere);
        ArrayNode all = JSON.createArrayNode().addAll(new ArrayList<>(byName.values()));
        return JSON.createObjectNode().put("head", head).set("processors", all);
    }

    /** One processor, as two replicas see their parts of it. */
    private static ObjectNode together(ObjectNode one, ObjectNode other) {
        long lag = Math.max(one.path("lag").asLong(-1), other.path("lag").asLong(-1));
        one.put("lag", lag);
        one.put("running", one.path("running").asBoolean() && other.path("running").asBoolean());
        one.put("replaying", one.path("replaying").asBoolean() || other.path("replaying").asBoolean());
        other.path("segments").forEach(((ArrayNode) one.path("segments"))::add);
        return one;
    }

    private static void unknownWhereAPartIsNowhere(ObjectNode processor) {
        Set<Integer> parts = new HashSet<>();
        processor.path("segments").forEach(part -> parts.add(part.path("segment").asInt(-1)));
        if (parts.size() < PARTS.get(processor.path("kind").asString(""))) {
            processor.put("lag", -1);
        }
    }

    private JsonNode deadLetters(HttpExchange exchange) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        for (Backend backend : backends) {
            all.setAll((ObjectNode) send(backend.replicas().getFirst(), exchange, new byte[0]).json());
        }
        return all;
    }

    private Reply send(Supplier<URI> to, HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.get().resolve(exchange.getRequestURI().toString()))
                .timeout(Duration.ofSeconds(30))
                .method(exchange.getRequestMethod(), body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
