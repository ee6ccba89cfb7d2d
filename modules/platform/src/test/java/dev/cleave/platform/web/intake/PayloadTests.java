package dev.cleave.platform.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Large, slow, broken and wrongly typed bodies, and answers that are read slowly. */
@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cleave.data-directory=target/payload-tests/${random.uuid}", "cleave.web.max-concurrent-requests=4",
            "cleave.web.transfer-timeout=3s", "cleave.web.max-payload-memory=2MB", "server.tomcat.connection-timeout=2s"
        })
class PayloadTests {

    private static final String THING =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";
    private static final String LINE = "{\"thing\":\"t-1\",\"quantity\":3}";
    private static final int SLOW = 30;

    @Autowired
    private Bench bench;

    @Autowired
    private PayloadMemory memory;

    private final List<Socket> open = new ArrayList<>();
    private HttpCaller http;
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        http = new HttpCaller(port);
    }

    @AfterEach
    void clear() throws IOException {
        bench.clear();
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void aListIsReadNoFurtherThanItMayGo() {
        assertThat(http.post("/api/shop/things/batches", batch(2_000, LINE)).status()).isEqualTo(202);
        for (int lines : List.of(2_001, 30_000)) {
            JsonNode errors = refused(http.post("/api/shop/things/batches", batch(lines, LINE)));
            assertThat(errors.size()).isOne();
            assertThat(errors.get(0).get("field").stringValue()).isEqualTo("lines");
            assertThat(errors.get(0).get("message").stringValue()).contains("more than 2000");
        }
        assertThat(refused(http.post("/api/shop/things", THING.replace(LINE, String.join(",", Collections.nCopies(4, LINE)))))
                .get(0).get("message").stringValue()).contains("more than 3");
        assertThat(bench.created).containsExactly("batch of 2000");
    }

    /** The first is told, and nothing of what follows is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"thing\":\"t-1\",\"quantity\":0}", "{\"thing\":null,\"quantity\":1}", "[null]"})
    void aListIsReadNoFurtherThanItsFirstFault(String line) {
        String body = batch(2_000, line);
        JsonNode errors = refused(http.post("/api/shop/things/batches", body));
        assertThat(errors.size()).isLessThanOrEqualTo(20);
        assertThat(errors.get(0).get("field").stringValue()).startsWith("lines");
    }

    @Test
    void aFaultInAnItemNamesTheItem() {
        String body = "{\"lines\":[" + LINE + "," + LINE.replace("3", "-3") + "]}";
        JsonNode errors = refused(http.post("/api/shop/things/batches", body));
        assertThat(errors.get(0).get("field").stringValue()).isEqualTo("lines[1].quantity");
        assertThat(errors.get(0).get("message").stringValue()).isEqualTo("must be greater than 0");
    }

    @Test
    void bodiesThatDripInHoldUpNobodyElse() throws IOException {
        for (int i = 0; i < SLOW; i++) {
            send(connection(), "POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + (i % 2 == 0 ? "Content-Length: 1000\r\n\r\n{" : "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
        }
        for (Socket socket : open) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("Request Timeout", "Connection: close");
        }
        assertThat(bench.created).hasSize(20);
    }

    @Test
    void aBodyThatKeepsDrippingIsGivenUp() throws IOException {
        Socket socket = connection();
        send(socket, "POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000\r\n\r\n");
        CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    send(socket, " ");
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException givenUp) {
                assertThat(socket.isClosed() || socket.isConnected()).isTrue();
            }
        });
        assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        socket.close();
        await().until(dripping::isDone);
    }

    /** Tomcat itself only minds the pauses. */
    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /api/shop/things HTTP/1.1\r\nHost: localhost\r\nX-Slow: "})
    void headsThatKeepDrippingAreClosedAndHoldUpNobodyElse(String begun) throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            slow.add(connection());
            send(slow.getLast(), begun);
        }
        long start = System.nanoTime();
        Set<Socket> closed = ConcurrentHashMap.newKeySet();
        Thread dripping = Thread.ofVirtual().start(() -> {
            while (closed.size() < SLOW) {
                slow.stream().filter(socket -> !drips(socket)).forEach(closed::add);
            }
        });
        assertThat(http.get("/api/shop/things").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> closed.size() == SLOW);
        dripping.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(2_500));
        assertThat(http.get("/api/shop/things").status()).isEqualTo(200);
    }

    @Test
    void whatFollowsABodyOrItsPartsIsRefusedBeforeItCanDripIn() throws IOException {
        String head = "POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = Integer.toHexString(THING.length()) + "%s\r\n" + THING + "\r\n0\r\n%s\r\n";
        for (List<String> odd : List.of(List.of(";name=value", ""), List.of("", "Name: value\r\n"))) {
            Socket socket = connection();
            send(socket, head + chunk.formatted(odd.getFirst(), odd.getLast()));
            assertThat(answer(socket)).startsWith("HTTP/1.1 4");
        }
        assertThat(bench.created).isEmpty();
        Socket socket = connection();
        send(socket, head + chunk.formatted("", ""));
        assertThat(answer(socket)).startsWith("HTTP/1.1 201");
    }

    /** More of them than there are places, and each answer larger than what the sockets between hold. */
    @Test
    void whoReadsSlowlyHoldsUpNobodyElse() throws IOException {
        bench.name = "c".repeat(200_000);
        for (int i = 0; i < 8; i++) {
            Socket socket = new Socket();
            open.add(socket);
            socket.setReceiveBufferSize(1_024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            send(socket, "GET /api/shop/things/t-1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        bench.name = "cup";
        for (int i = 0; i < 20; i++) {
            assertThat(http.get("/api/shop/things/t-1").status()).isEqualTo(200);
        }
    }

    @Test
    void largeBodiesTogetherAreBoundedAndSmallOnesNotHeldUp() {
        try (PayloadMemory.Share others = memory.share()) {
            assertThat(others.growTo(2 * 1024 * 1024)).isTrue();
            CompletableFuture<Reply> large = http.postLater("/api/shop/things", THING.replace("cup", "c".repeat(50_000)));
            assertThat(http.post("/api/shop/things", THING).status()).isEqualTo(201);
            Reply refused = large.join();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("code").stringValue()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isNotNull();
        }
        assertThat(http.post("/api/shop/things", THING.replace("cup", "c".repeat(50_000))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/plain", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
        "application/json;charset=utf-16", "application/json;charset=nonsense", "application/json;charset=", "nonsense", "/", ";",
        "application/json, application/json", "text/json", "application/yaml", "application/octet-stream", "application/xml"})
    void bodiesAreJsonByTheirDeclaredType(String type) {
        assertThat(http.raw("POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + THING.length() + "\r\n\r\n" + THING)).startsWith("HTTP/1.1 415").contains("unsupported-media-type");
        assertThat(bench.created).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", "application/json; charset=\"UTF-8\"",
        "Application/JSON"})
    void jsonIsJsonHoweverItIsWritten(String type) {
        assertThat(http.raw("POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + THING.length() + "\r\n\r\n" + THING)).startsWith("HTTP/1.1 201");
    }

    @Test
    void compressedBodiesAreRefused() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(THING.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(http.raw("POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n"
                + zipped.toString(StandardCharsets.ISO_8859_1))).startsWith("HTTP/1.1 415").contains("uncompressed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "5\r\n{}\r\n0\r\n\r\n", "2\r\n{}", "2\r\n{}0\r\n\r\n",
                "ffffffffffffffffff\r\n{}\r\n0\r\n\r\n", ""})
    void aBodyThatIsNotSentAsHttpWantsItIsTheCallersMistake(String chunks) {
        for (String key : List.of("", "Idempotency-Key: chunks\r\n")) {
            assertThat(http.raw("POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + key
                    + "Transfer-Encoding: chunked\r\n\r\n" + chunks)).startsWith("HTTP/1.1 400");
        }
        assertThat(bench.created).isEmpty();
    }

    @Test
    void aBodyOfWhichEveryPartMayBeLeftOutMayBeLeftOut() {
        assertThat(http.send("POST", "/api/shop/things/t-1/notes", null).status()).isEqualTo(202);
        assertThat(http.send("POST", "/api/shop/things/t-1/notes", null, "Content-Type", "application/json").status())
                .isEqualTo(202);
        assertThat(http.post("/api/shop/things/t-1/notes", "{}").status()).isEqualTo(202);
        assertThat(http.post("/api/shop/things/t-1/notes", "{\"text\":\"a\"}").status()).isEqualTo(202);
        assertThat(bench.created).containsExactly("note null", "note null", "note null", "note a");
        assertThat(http.send("POST", "/api/shop/things", null).status()).isEqualTo(400);
    }

    @Test
    void unknownQueryParametersAreRefusedWithTheKnownOnes() {
        Reply reply = http.get("/api/shop/things?email=ada@example.org&like=a");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").stringValue()).isEqualTo("unknown-parameter");
        assertThat(reply.json().get("detail").stringValue()).contains("after, like, limit, price, step");
        assertThat(reply.json().get("errors").get(0).get("field").stringValue()).isEqualTo("email");
        assertThat(reply.body()).doesNotContain("ada");
        for (String query : List.of("Like=a", "like%20=a", "x", "=", "&&x=1", "limit=1&Limit=2")) {
            assertThat(http.get("/api/shop/things?" + query).json().get("code").stringValue()).as(query)
                    .isEqualTo("unknown-parameter");
        }
        assertThat(http.get("/api/shop/things/t-1?limit=1").json().get("detail").stringValue()).contains("no query parameters");
        assertThat(http.post("/api/shop/things?dry=true", THING).status()).isEqualTo(400);
        assertThat(bench.created).isEmpty();
        assertThat(http.get("/api/shop/things?limit=1&limit=2").json().get("code").stringValue())
                .isEqualTo("malformed-parameter");
        assertThat(http.get("/api/shop/things?limit=1&").status()).isEqualTo(200);
        assertThat(http.get("/api/shop/things?").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/shop/thing", "/api/shop/things/", "/api/shop/Things", "/api/shpo/things", "/shop/things", "/things"})
    void aMistypedPathSaysWhatIsNear(String path) {
        Reply reply = http.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("detail").stringValue()).contains("Did you mean /api/shop/things?");
    }

    @Test
    void aPathThatIsLikeNoneSaysNothingMore() {
        assertThat(http.get("/nothing/like/it").json().get("detail").stringValue()).isEqualTo("There is nothing here.");
        assertThat(http.get("/api/shop/things/t-1/note").json().get("detail").stringValue())
                .contains("/api/shop/things/{thing}/notes");
    }

    private static String batch(int lines, String line) {
        return "{\"lines\":[" + String.join(",", Collections.nCopies(lines, line)) + "]}";
    }

    private static JsonNode refused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.json().get("errors");
    }

    private Socket connection() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        open.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        byte[] beginning = new byte[2_000];
        int read = socket.getInputStream().readNBytes(beginning, 0, 500);
        return new String(beginning, 0, read, StandardCharsets.ISO_8859_1);
    }

    /** Sends a little more; whether the connection still takes it. */
    private static boolean drips(Socket socket) {
        try {
            send(socket, "A");
            Thread.sleep(10);
            return true;
        } catch (IOException | InterruptedException closed) {
            return false;
        }
    }
}
