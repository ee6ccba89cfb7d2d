package dev.cleave.bootstrap.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged program as a process with a folder of its own; may be killed, stopped and started again on the same data. */
public final class RunningCleave implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on [^ ]*:(\\d+) ");
    /** For {@link #limitFiles}. */
    public static final long UNLIMITED = -1;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final Path data;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;
    private @Nullable URI url;
    private int starts;
    private long logRead;

    /** @param options as given on the command line, beside those for the folder and the port */
    public RunningCleave(Path folder, String... options) {
        this(folder, folder.resolve("data"), options);
    }

    private RunningCleave(Path folder, Path data, String... options) {
        this.folder = folder;
        this.data = data;
        this.options = List.of(options);
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy));
    }

    /** Has it started with variables of the environment besides. */
    public RunningCleave environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Another process on the same data. */
    public RunningCleave twin() {
        return new RunningCleave(folder.resolve("twin"), data, options.toArray(String[]::new));
    }

    /** Starts it and waits until it is ready. */
    public RunningCleave start() {
        return launch().awaitReady();
    }

    /** Waits until it is ready. */
    public RunningCleave awaitReady() {
        Awaitility.await("readiness").atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::isReady);
        return this;
    }

    /** Starts it and waits until it has ended by itself; the exit code. */
    public int startInVain() {
        launch();
        return awaitEnd();
    }

    /** Starts it; does not wait. */
    public RunningCleave launch() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("It runs already");
        }
        List<String> command = PackagedProgram.command("-Xmx512m");
        command.addAll(List.of(
                "--server.port=0",
                "--cleave.data-directory=" + data,
                "--cleave.backup-directory=" + folder.resolve("backups")));
        command.addAll(options);
        starts++;
        url = null;
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("CLEAVE_") || name.startsWith("SPRING_"));
            builder.environment().putAll(environment);
            logRead = Files.exists(logFile()) ? Files.size(logFile()) : 0;
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
            Files.writeString(
                    logFile(), "--- start " + starts + System.lineSeparator(),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private boolean isReady() throws InterruptedException {
        if (!running().isAlive()) {
            throw new IllegalStateException("It ended with code " + running().exitValue() + ":\n" + logOfThisStart());
        }
        if (url == null) {
            Matcher listening = LISTENING.matcher(logOfThisStart());
            if (!listening.find()) {
                return false;
            }
            url = URI.create("http://127.0.0.1:" + listening.group(1));
        }
        try {
            HttpRequest readiness = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Kills it as {@code kill -9} does: it has no chance to put anything in order. */
    public void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** Has it stand still for so long, as a machine does that is short of memory, and go on as if nothing had been. */
    public void pause(Duration time) {
        signal("STOP");
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            signal("CONT");
        }
    }

    /**
     * Has the operating system refuse what it writes beyond so many bytes of a file, as a full disk does.
     *
     * @param bytes or {@link #UNLIMITED}
     */
    public void limitFiles(long bytes) {
        String limit = bytes == UNLIMITED ? "unlimited" : String.valueOf(bytes);
        run("prlimit", "--pid", String.valueOf(running().pid()), "--fsize=" + limit + ":");
    }

    private void signal(String name) {
        run("kill", "-" + name, String.valueOf(running().pid()));
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to stop, as an operator does, and waits until it has; the exit code. */
    public int stop() {
        askToStop();
        return awaitEnd();
    }

    /** Asks it to stop and does not wait. */
    public void askToStop() {
        running().destroy();
    }

    public int awaitEnd() {
        try {
            if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end:\n" + logOfThisStart());
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public URI url() {
        return Optional.ofNullable(url).orElseThrow(() -> new IllegalStateException("It was not started"));
    }

    public Path data() {
        return data;
    }

    /** What it said, in all its starts. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said since it was last started. */
    public String logOfThisStart() {
        return log().substring((int) logRead);
    }

    private Path logFile() {
        return folder.resolve("cleave.log");
    }

    private Process running() {
        return Optional.ofNullable(process).orElseThrow(() -> new IllegalStateException("It was not started"));
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Ends it, however. */
    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
        http.close();
    }
}
