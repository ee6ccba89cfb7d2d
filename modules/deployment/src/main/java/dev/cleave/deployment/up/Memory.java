package dev.cleave.deployment.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process has in use. */
final class Memory {

    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    /** Resident memory in MiB, where the machine tells. */
    static OptionalLong of(long pid) {
        if (pid <= 0) {
            return OptionalLong.empty();
        }
        try {
            Path status = Path.of("/proc/" + pid + "/status");
            if (Files.exists(status)) {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                        .findFirst();
            }
            Process asked = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(said) / KIB_PER_MIB);
        } catch (IOException | NumberFormatException untold) {
            return OptionalLong.empty();
        }
    }
}
