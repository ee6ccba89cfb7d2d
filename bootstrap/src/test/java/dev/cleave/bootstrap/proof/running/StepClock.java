package dev.cleave.bootstrap.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of a process, which may be stepped while it runs, as an administrator or a time server does. Needs libfaketime; the
 * machine's own clock and the process's monotonic one are left alone.
 */
public final class StepClock {

    private static final Optional<Path> LIBRARY =
            Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                    .map(folder -> Path.of(folder, "faketime", "libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst();

    private final Path file;
    private Duration ahead = Duration.ZERO;

    public StepClock(Path file) {
        this.file = file;
        write();
    }

    /** Whether the library is there; says loudly that it is not. */
    public boolean isThere() {
        if (LIBRARY.isEmpty()) {
            System.err.println("SKIPPED: what a moved clock does to the packaged program is not shown. Install libfaketime"
                    + " (apt-get install faketime) to see it.");
        }
        return LIBRARY.isPresent();
    }

    /** What a process has to be started with. The last keeps libfaketime away from timed waits, which would end at once. */
    public Map<String, String> environment() {
        return LIBRARY.map(library -> Map.of(
                "LD_PRELOAD", library.toString(), "FAKETIME_TIMESTAMP_FILE", file.toAbsolutePath().toString(),
                "FAKETIME_CACHE_DURATION", "1", "DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0"))
                .orElse(Map.of());
    }

    /** Steps the clock, by so much more against the machine's; the process sees it within a second. */
    public void step(Duration by) {
        set(ahead.plus(by));
    }

    /** Sets the clock so far ahead of the machine's, or behind it. */
    public void set(Duration ahead) {
        this.ahead = ahead;
        write();
    }

    private void write() {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
