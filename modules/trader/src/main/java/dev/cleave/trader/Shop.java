package dev.cleave.trader;

import dev.cleave.platform.operations.SystemAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The running system as seen through HTTP. What may be repeated is repeated under the same key until it is answered. */
final class Shop implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGE = 500;

    private final HttpClient client;
    private final URI url;
    private final Duration patience;
    private final Semaphore underWay;
    private final Map<String, LongAdder> repetitions = new ConcurrentHashMap<>();

    /** An answer; {@code json} is missing where there was none. */
    record Reply(int status, JsonNode json) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** A problem's stable code, or the status where the answer has none. */
        String code() {
            return json.path("code").asString("http-" + status);
        }
    }

    /** The system did not answer in time, or not as documented. */
    static final class NoAnswer extends RuntimeException {

        NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    Shop(URI url, int concurrency, Duration patience) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.url = url;
        this.patience = patience;
        this.underWay = new Semaphore(concurrency, true);
    }

    /**
     * Waits until somebody answers, and says so if that takes longer than a moment.
     *
     * @throws NoAnswer if nobody does
     */
    void awaitSomebody(PrintWriter notices) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        String remedy = "Start it there, or name another with --url.";
        for (Duration pause = FIRST_PAUSE;; pause = pause(pause, Duration.ZERO)) {
            try {
                client.send(request("/").GET().build(), BodyHandlers.discarding());
                return;
            } catch (ConnectException | HttpConnectTimeoutException nobody) {
                if (System.nanoTime() > giveUp) {
                    throw new NoAnswer("No system answers at " + url + ". " + remedy, nobody);
                }
                if (pause.equals(FIRST_PAUSE)) {
                    notices.println("No system answers at " + url + " yet; trying for " + patience.toSeconds() + " s. " + remedy);
                    notices.flush();
                }
            } catch (IOException somebody) {
                return;
            }
        }
    }

    Reply get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    /**
     * Posts what the system may not be ready for: while it is answered 404 it is posted again, each time with a key of its own,
     * because a refusal is the key's final answer.
     */
    Reply postWhenKnown(String path, String key, @Nullable Object body) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1;; attempt++) {
            Reply reply = post(path, attempt == 1 ? key : key + ":" + attempt, body);
            if (reply.status() != 404 || System.nanoTime() > giveUp) {
                return reply;
            }
            repeated(reply.code());
            pause = pause(pause, Duration.ZERO);
        }
    }

    Reply post(String path, String key, @Nullable Object body) throws InterruptedException {
        HttpRequest.Builder request = request(path).header("Idempotency-Key", key);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return send(request.build());
    }

    /** Reads a list page by page, to its end or to the first page that ends with an item that is not wanted. */
    void list(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        do {
            Reply page = get(path + separator + "limit=" + PAGE + after);
            if (!page.ok()) {
                throw new NoAnswer("GET " + path + " was answered " + page.status() + " " + page.code(), null);
            }
            boolean more = true;
            for (JsonNode item : page.json().path("items")) {
                more = wanted.test(item);
            }
            JsonNode next = page.json().path("next");
            after = more && next.isString() ? "&after=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty());
    }

    /** How often requests were sent again, by the reason. */
    Map<String, Long> repetitions() {
        Map<String, Long> counts = new TreeMap<>();
        repetitions.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(path.startsWith("/") ? SystemAddress.below(url, path) : URI.create(path))
                .timeout(ANSWER_TIMEOUT).header("Accept", "application/json");
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Reply reply = null;
            IOException failure = null;
            Duration asked = Duration.ZERO;
            underWay.acquire();
            try {
                HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                reply = new Reply(response.statusCode(), parse(response.body()));
                asked = response.headers().firstValue("Retry-After").map(Shop::seconds).orElse(Duration.ZERO);
            } catch (IOException e) {
                failure = e;
            } finally {
                underWay.release();
            }
            if (reply != null && !mayBeRepeated(reply)) {
                return reply;
            }
            String reason = reply != null ? reply.code()
                    : failure instanceof ConnectException ? "no-connection" : "connection-lost";
            if (System.nanoTime() > giveUp) {
                if (reply != null) {
                    return reply;
                }
                throw new NoAnswer(request.method() + " " + request.uri() + " was not answered: " + failure, failure);
            }
            repeated(reason);
            pause = pause(pause, asked);
        }
    }

    private void repeated(String reason) {
        repetitions.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /** Waits as long as it was going to or was asked to, and a little more, so that not all come back at once. */
    private static Duration pause(Duration pause, Duration asked) throws InterruptedException {
        Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
        Thread.sleep(wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 2)));
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static boolean mayBeRepeated(Reply reply) {
        return switch (reply.status()) {
            case 408, 429, 500, 502, 503, 504 -> true;
            case 409 -> reply.json().path("retryable").asBoolean(reply.code().equals("product-not-yet-known"));
            default -> false;
        };
    }

    private static Duration seconds(String header) {
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(header.strip()), 0, 10));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
