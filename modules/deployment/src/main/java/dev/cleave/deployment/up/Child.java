package dev.cleave.deployment.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that does not outlive this one. A small shell script stands between the two: it holds the reading end of a
 * pipe that only
 * this process can write to, and stops the command when the pipe ends, whether this process lets go of it or is killed.
 */
final class Child {

    /** What a process is asked to stop by. */
    enum StopSignal {
        TERM,
        INT
    }

    private static final String GUARDED = "guarded ";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final @Nullable String GUARD = WINDOWS ? null : script();
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Process process;
    private final Duration patience;
    private final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private Child(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
    }

    /**
     * What to run.
     *
     * @param command the program and its arguments, which everybody on the machine can see
     * @param environment added to this process's own, visible to nobody else; an empty value takes a variable away
     * @param folder where it works; null for this process's own
     * @param stop the signal that asks it to stop
     * @param patience after which it is stopped by force
     */
    record Plan(
            List<String> command, Map<String, String> environment, @Nullable Path folder, StopSignal stop, Duration patience) {}

    /** @param lines is given what the process says, line by line */
    static Child start(Plan plan, Consumer<String> lines) throws IOException {
        List<String> command = new ArrayList<>();
        if (GUARD != null) {
            String seconds = Long.toString(plan.patience().toSeconds());
            command.addAll(List.of("sh", "-c", GUARD, "cleave-guard", plan.stop().name(), seconds));
        }
        command.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        plan.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        if (plan.folder() != null) {
            builder.directory(plan.folder().toFile());
        }
        Process process = builder.start();
        Child child = new Child(process, plan.patience());
        if (GUARD == null) {
            child.pid.complete(process.pid());
        }
        Thread.ofPlatform().daemon().name("reader").start(() -> child.read(lines));
        return child;
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!pid.isDone() && line.startsWith(GUARDED)) {
                    pid.complete(Long.parseLong(line.substring(GUARDED.length())));
                } else {
                    lines.accept(line);
                }
            }
        } catch (IOException broken) {
            lines.accept("(its output broke off: " + broken.getMessage() + ")");
        }
        process.onExit().thenAccept(ended -> {
            pid.complete(-1L);
            end.complete(ended.exitValue());
        });
    }

    boolean isAlive() {
        return !end.isDone();
    }

    /** The exit code, once all has been read that it said. */
    CompletableFuture<Integer> end() {
        return end;
    }

    /** The process's own id, not that of what guards it; -1 while it is not known, or if there never was a process. */
    long pid() {
        return pid.getNow(-1L);
    }

    /** Asks it to stop and does not wait. */
    void letGo() {
        if (GUARD == null) {
            process.destroy();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
    }

    /** Asks it to stop and waits. Its guard uses force when it has lost patience, or else this does. */
    void stop() {
        letGo();
        if (!endsWithin(patience.plus(A_WHILE))) {
            ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
            if (!endsWithin(A_WHILE)) {
                process.destroyForcibly();
            }
        }
    }

    /** Whether it ended within a time. */
    boolean endsWithin(Duration time) {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String script() {
        try (InputStream script = Child.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IllegalStateException("guard.sh is missing in the program");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
