package dev.cleave.bootstrap.proof;

import dev.cleave.trader.TradeCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trades the same small orders, three lines each, through one process and through cut systems, in turn, and prints a row for each: what an
 * order costs there. Reads processor time and memory of all processes from {@code /proc}, so it needs Linux; cut systems need an Axon Server.
 *
 * <pre>mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * cd bootstrap
 * java -cp target/classes:target/test-classes:$(cat target/test.classpath) \
 *     dev.cleave.bootstrap.proof.PlacementBenchmark 2 15 40 5000 one-process,hybrid,split</pre>
 *
 * <p>The arguments: rounds, orders a second at the steady rate, seconds of it, orders traded before anything is measured, and placements:
 * {@code one-process} is the jar by itself, every other is a profile that {@code up} runs. A process compiles for its first minutes, so that
 * fewer orders to warm up measure the compiler.
 */
public final class PlacementBenchmark {

    private static final String ONE_PROCESS = "one-process";
    private static final Pattern LISTENING = Pattern.compile("Listening on [^ ]*:(\\d+) ");
    private static final Pattern ALL_READY = Pattern.compile("All units are ready after .* at http://localhost:(\\d+) ");
    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final int FASTEST = 1500;
    private static final int PRODUCTS = 200;
    private static final double TICKS_PER_SECOND = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Process process;
    private final Path log;
    private final Pattern readiness;
    private final long started = System.nanoTime();
    private @Nullable String url;

    private PlacementBenchmark(Path folder, String placement) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.log = folder.resolve("log");
        this.readiness = placement.equals(ONE_PROCESS) ? LISTENING : ALL_READY;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar",
                Path.of(System.getProperty("cleave.jar", "target/cleave.jar")).toAbsolutePath().toString()));
        command.addAll(placement.equals(ONE_PROCESS)
                ? List.of("--server.port=0")
                : List.of("up", placement, "--port", "0", "--directory", folder.resolve("data").toString()));
        process = new ProcessBuilder(command)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        int rate = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        int warmUp = args.length > 3 ? Integer.parseInt(args[3]) : 5000;
        List<String> placements = Arrays.asList((args.length > 4 ? args[4] : "one-process,hybrid,split").split(","));
        Path folder = Files.createDirectories(
                Path.of("target", "placement-benchmark", Long.toString(System.currentTimeMillis())).toAbsolutePath());
        System.out.println("| placement | to the first completed order, s | CPU s per 1,000 orders at " + rate + "/s"
                + " | of it units | placing p50 / p95 / p99 ms | completed/s at most | CPU s per 1,000 orders then"
                + " | memory of all, MiB | processes |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int round = 1; round <= rounds; round++) {
            for (String placement : placements) {
                PlacementBenchmark one = new PlacementBenchmark(folder.resolve(placement + "-" + round), placement);
                try {
                    System.out.println(one.measured(placement, rate, seconds, warmUp));
                } finally {
                    one.stop();
                }
            }
        }
        System.exit(0);
    }

    private String measured(String placement, int rate, int seconds, int warmUp) throws IOException {
        awaitReady();
        trade("first", 1, "max");
        double first = (System.nanoTime() - started) / 1e9;
        trade("warm-up", warmUp, "max");

        int steady = rate * seconds;
        double before = cpuSeconds(tree());
        double unitsBefore = cpuSeconds(units());
        JsonNode account = trade("steady", steady, Integer.toString(rate));
        double spent = cpuSeconds(tree()) - before;
        double unitsSpent = cpuSeconds(units()) - unitsBefore;
        JsonNode placing = account.path("steps").path("place");

        before = cpuSeconds(tree());
        double fastest = trade("fastest", FASTEST, "max").path("throughput").path("completedOrdersPerSecond").asDouble();
        double spentThen = cpuSeconds(tree()) - before;
        Set<Long> tree = tree();
        return String.format(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f / %.1f / %.1f | %.1f | %.1f | %d | %d |",
                placement, first, 1000 * spent / steady, 1000 * unitsSpent / steady,
                placing.path("p50").asDouble(), placing.path("p95").asDouble(), placing.path("p99").asDouble(),
                fastest, 1000 * spentThen / FASTEST, tree.stream().mapToLong(PlacementBenchmark::memoryKib).sum() / 1024,
                tree.size());
    }

    private void awaitReady() {
        Awaitility.await("ready").atMost(TO_START).pollInterval(Duration.ofMillis(50)).until(() -> {
            Matcher ready = readiness.matcher(Files.readString(log));
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended:\n" + Files.readString(log));
            }
            if (ready.find()) {
                url = "http://localhost:" + ready.group(1);
            }
            return url != null;
        });
    }

    /** @return the account of a run in which every order was completed and every invariant held */
    private JsonNode trade(String name, int orders, String rate) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".csv"), smallOrders(name, orders));
        Path account = folder.resolve(name + ".json");
        StringWriter said = new StringWriter();
        int code = new CommandLine(new TradeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said))
                .execute(file.toString(), "--rate", rate, "--url", url, "--json", account.toString());
        JsonNode told = JSON.readTree(account.toFile());
        if (code != 0 || told.path("orders").path("completed").asLong() != orders) {
            throw new IllegalStateException(name + " ended with code " + code + ":\n" + said);
        }
        return told;
    }

    /** In the columns of the Online Retail data, as {@code trade} reads them. */
    private static String smallOrders(String name, int orders) {
        Random random = new Random(name.hashCode());
        StringBuilder csv = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n");
        for (int order = 0; order < orders; order++) {
            int invoice = 700_000 + order;
            random.ints(0, PRODUCTS).distinct().limit(3).forEach(product -> csv.append(String.format(
                    Locale.ROOT, "%d,%d,PRODUCT %d,%d,2.50,%d,United Kingdom%n",
                    invoice, 10_000 + product, product, 1 + random.nextInt(5), 12_000 + invoice % 1000)));
        }
        return csv.toString();
    }

    private Set<Long> tree() {
        Set<Long> tree = process.descendants().map(ProcessHandle::pid).collect(Collectors.toCollection(HashSet::new));
        tree.add(process.pid());
        return tree;
    }

    /** The processes that run contexts. */
    private Set<Long> units() {
        return tree().stream()
                .filter(pid -> pid == process.pid() && !commandLine(pid).contains("\0up\0")
                        || commandLine(pid).contains("--cleave.unit="))
                .collect(Collectors.toSet());
    }

    private static String commandLine(long pid) {
        return read(pid, "cmdline");
    }

    /** With that of children that have ended. */
    private static double cpuSeconds(Set<Long> pids) {
        return pids.stream()
                .map(pid -> read(pid, "stat"))
                .filter(stat -> !stat.isEmpty())
                .mapToLong(stat -> Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                        .skip(11).limit(4).mapToLong(Long::parseLong).sum())
                .sum() / TICKS_PER_SECOND;
    }

    /** Proportional, so that pages which processes share count once. */
    private static long memoryKib(long pid) {
        return read(pid, "smaps_rollup").lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/" + file));
        } catch (IOException | UncheckedIOException ended) {
            return "";
        }
    }

    private void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
