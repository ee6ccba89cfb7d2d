package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrontTests {

    private static final Profile PROFILE = new Profile("two", "", Profile.Messaging.AXON_SERVER, List.of(
            new Unit("shop", List.of("catalog"), 2, DataSize.ofMegabytes(512), Unit.Store.POSTGRESQL),
            new Unit("store", List.of("inventory", "payment"), 1, DataSize.ofMegabytes(512), Unit.Store.H2)));

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private String health = "UP";
    private URI shopOne;
    private URI shopTwo;
    private URI store;
    private Front front;

    @BeforeEach
    void start() throws IOException {
        shopOne = unit("shop one");
        shopTwo = unit("shop two");
        store = unit("store");
        front = new Front(PROFILE, 0, new Front.Own() {
            @Override
            public Map<String, Object> health() {
                return Map.of("status", health);
            }

            @Override
            public Object processes() {
                return List.of("shop.1");
            }

            @Override
            public String openApi() {
                return "{}";
            }

            @Override
            public URI replica(String unit, String number) {
                return unit.equals("shop") && number.equals("2") ? shopTwo : null;
            }
        });
        open.add(front);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        http.close();
    }

    @Test
    void sendsEachRequestToTheUnitThatHoldsTheContext() {
        front.serve("shop", Set.of(shopOne));
        front.serve("store", Set.of(store));

        assertThat(get("/api/catalog/products?search=a%20b&x=1").body()).isEqualTo("shop one: GET"
                + " /api/catalog/products?search=a%20b&x=1 ");
        assertThat(get("/api/inventory/stock/A").body()).isEqualTo("store: GET /api/inventory/stock/A ");
        assertThat(get("/simulator/ledger").body()).startsWith("store: ");
        assertThat(get("/swagger-ui.html").body()).startsWith("shop one: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61ctuator/units", "/units/shop/%32/actuator", "//actuator/units", "/api/catalog;v=1/products",
        "/x/../actuator/units", "/api/%63atalog/products", "/%75nits/shop/2/actuator/deadletters"})
    void aPathIsWrittenInOneWayOnly(String path) throws IOException {
        front.serve("shop", Set.of(shopOne));

        assertThat(raw("GET " + path, "Host: localhost")).startsWith("HTTP/1.1 400").contains("malformed-path");
        assertThat(heard).isEmpty();
    }

    @Test
    void aNameThatLeadsHereIsNotOurs() throws IOException {
        front.serve("shop", Set.of(shopOne));

        for (String path : List.of("/actuator/units", "/actuator/health", "/api/catalog/products", "/units/shop/2/actuator")) {
            assertThat(raw("GET " + path, "Host: evil.example:" + front.port())).startsWith("HTTP/1.1 421");
        }
        assertThat(raw("GET /actuator/units", "Host: [::1]:" + front.port())).startsWith("HTTP/1.1 200")
                .contains("X-Content-Type-Options: nosniff");
        assertThat(heard).isEmpty();
    }

    /** Units tell by it who calls; what the caller says of itself is not handed on. */
    @Test
    void tellsUnitsWhoCallsWhateverTheCallerSays() throws IOException {
        front.serve("shop", Set.of(shopOne));

        assertThat(raw("GET /api/catalog/products?headers", "Host: localhost\r\nX-Forwarded-For: 192.0.2.1")).contains(
                "X-forwarded-for=[127.0.0.1]", "Host=[localhost]");
    }

    @Test
    void keepsStatusHeadersAndBodies() {
        front.serve("shop", Set.of(shopOne));
        String large = "ü".repeat(300_000);

        HttpResponse<String> answer = post("/api/catalog/products?status=201", large);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/somewhere");
        assertThat(answer.body()).isEqualTo("shop one: POST /api/catalog/products?status=201 " + large);
        assertThat(post("/api/catalog/products?status=204", "x").statusCode()).isEqualTo(204);
        assertThat(post("/api/catalog/products?status=409", "x").body()).startsWith("shop one: ");
    }

    @Test
    void takesReplicasInTurn() {
        front.serve("shop", Set.of(shopOne, shopTwo));

        List<String> answers = List.of(get("/api/catalog/a").body(), get("/api/catalog/a").body());

        assertThat(answers).anyMatch(answer -> answer.startsWith("shop one")).anyMatch(answer -> answer.startsWith("shop two"));
    }

    @Test
    void passesByAReplicaThatIsGone() throws IOException {
        front.serve("shop", Set.of(nobody(), shopTwo));

        for (int i = 0; i < 6; i++) {
            HttpResponse<String> answer = post("/api/catalog/products", "once");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("shop two: ");
        }
        assertThat(heard).hasSize(6);
    }

    @Test
    void readsAgainElsewhereWhatBrokeOffAndSaysOfTheRestThatNobodyKnows() throws IOException {
        front.serve("shop", Set.of(breakingOff()));
        HttpResponse<String> answer = post("/api/catalog/products", "once");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(problem(answer).get("code").asString()).isEqualTo("outcome-unknown");

        front.serve("shop", Set.of(breakingOff(), shopTwo));
        for (int i = 0; i < 4; i++) {
            assertThat(get("/api/catalog/products").body()).startsWith("shop two: ");
        }
    }

    @Test
    void saysInAProblemThatNobodyIsThere() throws IOException {
        HttpResponse<String> none = post("/api/catalog/products", "x");
        front.serve("shop", Set.of(nobody()));
        HttpResponse<String> gone = post("/api/catalog/products", "x");

        for (HttpResponse<String> answer : List.of(none, gone)) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(problem(answer).get("code").asString()).isEqualTo("not-delivered");
            assertThat(problem(answer).get("retryable").asBoolean()).isTrue();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void answersForAllUnitsTogether() {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/units").body()).isEqualTo("[\"shop.1\"]");
        health = "DOWN";
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(problem(get("/actuator/processors")).get("code").asString()).isEqualTo("not-found");
    }

    @Test
    void leadsToACertainProcess() {
        front.serve("shop", Set.of(shopOne, shopTwo));

        assertThat(get("/units/shop/2/actuator/processors?a=b").body()).isEqualTo("shop two: GET /actuator/processors?a=b ");
        assertThat(get("/units/shop/3/actuator/processors").statusCode()).isEqualTo(404);
        assertThat(get("/units/shop").statusCode()).isEqualTo(404);
    }

    private URI unit(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(name, exchange));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        open.add(() -> server.stop(0));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(String name, HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(body);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        int status = query.startsWith("status=") ? Integer.parseInt(query.substring(7)) : 200;
        String said = name + ": " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        if (query.equals("headers")) {
            said += exchange.getRequestHeaders().entrySet();
        }
        byte[] answer = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/somewhere");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : answer.length);
        if (status != 204) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /** Takes the beginning of a request and hangs up. */
    private URI breakingOff() throws IOException {
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        open.add(socket);
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connection.getInputStream().read(new byte[64]);
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private String raw(String request, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(
                    (request + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path)));
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
