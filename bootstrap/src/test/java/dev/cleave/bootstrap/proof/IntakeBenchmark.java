package dev.cleave.bootstrap.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Offers one jar more and more small orders a second, three lines each, just started and warm, and prints what it took on, confirmed and
 * refused. A request is sent at its time whatever became of the earlier ones, and never repeated.
 *
 * <pre>mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * cd bootstrap
 * java -cp target/classes:target/test-classes:$(cat target/test.classpath) \
 *     dev.cleave.bootstrap.proof.IntakeBenchmark 50,100,200,300,500 10 5000 target/cleave.jar</pre>
 *
 * <p>The arguments: orders a second, seconds of each, orders traded before the warm runs, and the jars to measure in turn. The first row of
 * each jar is twenty callers who place ten orders each, one after the other, right after the start.
 */
public final class IntakeBenchmark {

    private static final Pattern LISTENING = Pattern.compile("Listening on [^ ]*:(\\d+) ");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRODUCTS = 200;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    private final Process process;
    private final Path log;
    private final AtomicInteger number = new AtomicInteger();
    private @Nullable String url;

    /**
     * What became of one run's requests.
     *
     * @param accepted how long each of those took that were accepted, in milliseconds
     * @param seconds from the first request until all accepted orders were confirmed
     */
    private record Outcome(List<Double> accepted, int refused, int failed, double seconds) {

        String row(String jar, String state, String offered) {
            List<Double> sorted = new ArrayList<>(accepted);
            Collections.sort(sorted);
            return String.format(Locale.ROOT, "| %s | %s | %s | %d | %.1f | %d | %d | %.0f / %.0f |", jar, state, offered,
                    accepted.size(),
                    accepted.size() / seconds, refused, failed, quantile(sorted, 0.5), quantile(sorted, 0.99));
        }

        private static double quantile(List<Double> sorted, double q) {
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
        }
    }

    private IntakeBenchmark(String jar) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", "intake-benchmark", Long.toString(System.nanoTime())).toAbsolutePath());
        log = folder.resolve("log");
        process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar",
                Path.of(jar).toAbsolutePath().toString(), "--server.port=0")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await("ready").atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(() -> {
            Matcher ready = LISTENING.matcher(Files.readString(log));
            if (ready.find()) {
                url = "http://localhost:" + ready.group(1);
            }
            return url != null;
        });
    }

    public static void main(String[] args) throws Exception {
        int[] rates = Pattern.compile(",").splitAsStream(args.length > 0 ? args[0] : "50,100,200,300,500")
                .mapToInt(Integer::parseInt).toArray();
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 5000;
        List<String> jars = args.length > 3 ? List.of(args).subList(3, args.length) : List.of("target/cleave.jar");
        System.out.println("| jar | state | offered | accepted | confirmed/s | refused | failed | POST p50 / p99 ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String jar : jars) {
            run(jar, one -> System.out.println(one.callers(20, 10).row(name(jar), "cold", "20 x 10")));
        }
        for (int rate : rates) {
            for (String jar : jars) {
                run(jar, one -> System.out.println(one.offer(rate, seconds).row(name(jar), "cold", rate + "/s")));
            }
        }
        for (String jar : jars) {
            run(jar, one -> {
                one.callers(32, warmUp / 32);
                for (int rate : rates) {
                    System.out.println(one.offer(rate, seconds).row(name(jar), "warm", rate + "/s"));
                }
            });
        }
        System.exit(0);
    }

    private interface Measurement {
        void of(IntakeBenchmark one) throws Exception;
    }

    private static void run(String jar, Measurement measurement) throws Exception {
        IntakeBenchmark one = new IntakeBenchmark(jar);
        try {
            one.open();
            measurement.of(one);
        } finally {
            one.process.destroy();
            one.process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static String name(String jar) {
        return Path.of(jar).getFileName().toString().replace(".jar", "");
    }

    private void open() throws Exception {
        for (int product = 0; product < PRODUCTS; product++) {
            post("/api/catalog/products",
                    "{\"sku\":\"S-%d\",\"name\":\"Thing %d\",\"price\":{\"amount\":\"2.50\",\"currency\":\"GBP\"}}"
                            .formatted(product, product));
        }
        for (int product = 0; product < PRODUCTS; product++) {
            int sku = product;
            Awaitility.await("stock").atMost(Duration.ofSeconds(30))
                    .until(() -> post("/api/inventory/stock/S-" + sku + "/receipts",
                            "{\"quantity\":1000000,\"reference\":\"opening\"}") / 100 == 2);
        }
    }

    private Outcome callers(int callers, int each) throws Exception {
        Tally tally = new Tally();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        place(tally, System.nanoTime());
                    }
                });
            }
        }
        return settled(tally, begin);
    }

    private Outcome offer(int rate, int seconds) throws Exception {
        Tally tally = new Tally();
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < rate * seconds; i++) {
            long due = begin + (long) (i * 1e9 / rate);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            threads.submit(() -> place(tally, due));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return settled(tally, begin);
    }

    private Outcome settled(Tally tally, long begin) {
        Awaitility.await("all orders confirmed").atMost(Duration.ofMinutes(2)).until(() -> unfinished() == 0);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(List.copyOf(tally.accepted), tally.refused.get(), tally.failed.get(), seconds);
    }

    private static final class Tally {

        final ConcurrentLinkedQueue<Double> accepted = new ConcurrentLinkedQueue<>();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
    }

    private void place(Tally tally, long due) {
        int order = number.incrementAndGet();
        Random random = new Random(order);
        String lines = "{\"sku\":\"S-%d\",\"quantity\":1},{\"sku\":\"S-%d\",\"quantity\":2},{\"sku\":\"S-%d\",\"quantity\":1}"
                .formatted(random.nextInt(60), 60 + random.nextInt(60), 120 + random.nextInt(60));
        try {
            int status = post("/api/ordering/orders", """
                    {"customer":{"id":"c-%d","name":"Ada Example","email":"ada%d@example.org"},
                     "shipTo":{"street":"1 Mill Lane","city":"York","postcode":"YO1 7HH","country":"GB"},
                     "lines":[%s],"payment":{"token":"tok_ok"}}""".formatted(order, order, lines));
            if (status == 201) {
                tally.accepted.add((System.nanoTime() - due) / 1e6);
            } else if (status == 503) {
                tally.refused.incrementAndGet();
            } else {
                tally.failed.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            tally.failed.incrementAndGet();
        }
    }

    private int post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").header("Idempotency-Key", path + json.hashCode())
                .POST(BodyPublishers.ofString(json)).build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** How many orders are neither confirmed nor rejected yet. */
    private long unfinished() {
        Set<String> open = new HashSet<>();
        for (String status : List.of("placed", "reserved")) {
            String next = "";
            do {
                JsonNode page = get("/api/ordering/orders?limit=500&status=" + status + next);
                page.path("items").forEach(order -> open.add(order.path("orderId").asString()));
                next = page.path("next").isNull() || page.path("next").isMissingNode() ? ""
                        : "&after=" + page.path("next").asString();
            } while (!next.isEmpty());
        }
        return open.size();
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path + " was not answered", e);
        }
    }
}
