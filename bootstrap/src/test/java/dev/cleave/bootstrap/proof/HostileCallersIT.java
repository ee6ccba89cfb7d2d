package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.bootstrap.proof.running.RunningCleave;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged program among callers who mean it no good, on 512 MB: whatever they send, they are told that it is their mistake, nothing
 * of it is in the log, and others are answered.
 */
class HostileCallersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGE_BODIES = 100;
    private static final int MEGABYTE = 1_000_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static RunningCleave cleave;

    @BeforeAll
    static void start() {
        cleave = new RunningCleave(folder).start();
    }

    @AfterAll
    static void end() {
        cleave.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsSentIsTheCallersMistakeAndStaysOutOfTheLog(long seed) throws Exception {
        int requests = Integer.getInteger("cleave.fuzz.requests", 300);
        Fuzz fuzz = Fuzz.of(URI.create(cleave.url() + "/v3/api-docs"), seed);
        for (int i = 0; i < requests; i++) {
            byte[] request = fuzz.next();
            String answer = exchange(request);
            String told = "seed " + seed + ", request " + i + ":\n" + shown(request) + "\nanswer:\n" + answer;
            if (answer.startsWith("HTTP/1.1 ")) {
                int status = Integer.parseInt(answer.substring(9, 12));
                assertThat(status < 500 || status == 503).as(told).isTrue();
            }
            assertThat(answer).as(told).doesNotContain("Exception", "\tat ", "org.springframework", "org.apache", "tools.jackson",
                    "dev.cleave", "SELECT", "INSERT");
        }
        assertThat(cleave.log()).doesNotContain(Fuzz.MARK).doesNotContain(" ERROR ");
        assertServes();
    }

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("cleave.fuzz.seeds", 2)).mapToObj(seed -> (long) seed).toList();
    }

    @ParameterizedTest
    @MethodSource("largeBodies")
    void aHundredLargeBodiesAtOnceAreAnsweredAndThenOthers(String name, String body, String headers) throws Exception {
        byte[] request = post("/api/ordering/orders", headers + "Content-Length: " + body.length() + "\r\n", body);
        long begun = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers =
                    IntStream.range(0, LARGE_BODIES).mapToObj(i -> callers.submit(() -> exchange(request))).toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).as(name).matches("(?s)HTTP/1.1 (400|413|503) .*");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(name).isLessThan(Duration.ofSeconds(60));
        assertServes();
        assertThat(cleave.log()).doesNotContain("OutOfMemory");
    }

    static List<Object[]> largeBodies() {
        String json = "Content-Type: application/json\r\n";
        String order = "{\"customer\":{\"name\":\"a\",\"email\":\"a@example.org\"},\"shipTo\":{\"street\":\"a\",\"city\":\"b\","
                + "\"postcode\":\"c\",\"country\":\"GB\"},\"payment\":{\"token\":\"tok_ok\"},\"lines\":[%s]}";
        return List.of(
                new Object[] {"bad lines", order.formatted(repeated("{\"quantity\":0}", 41_936)), json},
                new Object[] {"good lines", order.formatted(repeated("{\"sku\":\"a\",\"quantity\":1}", 40_000)), json},
                new Object[] {"bad lines, with a key", order.formatted(repeated("{}", 300_000)),
                    json + "Idempotency-Key: large\r\n"},
                new Object[] {"one text", order.replace("%s", "").replace("\"a\"", "\"" + "a".repeat(MEGABYTE - 500) + "\""),
                    json},
                new Object[] {"nesting", "[".repeat(MEGABYTE), json},
                new Object[] {"nested objects", "{\"a\":".repeat(MEGABYTE / 5), json},
                new Object[] {"names",
                    "{" + String.join(",", IntStream.range(0, 80_000).mapToObj(i -> "\"" + i + "\":1").toList())
                            + "}",
                    json},
                new Object[] {"one number", "1".repeat(MEGABYTE), json});
    }

    @Test
    void threeHundredBodiesThatDripInHoldUpNobodyElse() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 305; i++) {
                Socket socket = new Socket(cleave.url().getHost(), cleave.url().getPort());
                slow.add(socket);
                socket.getOutputStream().write(("POST /api/ordering/orders HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n{")
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
            for (int i = 0; i < 20; i++) {
                assertServes();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void assertServes() {
        await().atMost(PATIENCE).until(() -> exchange(
                ("GET /api/ordering/orders?limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 200"));
    }

    private static String repeated(String item, int times) {
        return String.join(",", Collections.nCopies(Math.min(times, (MEGABYTE - 500) / (item.length() + 1)), item));
    }

    private static byte[] post(String path, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a request as it stands, and returns the answer as it comes, or what came of it. */
    private static String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(cleave.url().getHost(), cleave.url().getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException refusedBeforeItWasSent) {
                answer.reset();
            }
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException never) {
                throw new AssertionError("No answer to:\n" + shown(request), never);
            } catch (IOException closedWhileSending) {
                return answer.size() > 0 ? answer.toString(StandardCharsets.UTF_8) : "HTTP/1.1 413 closed while sending";
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.length() > 3_000 ? text.substring(0, 3_000) + "…" : text;
    }
}
