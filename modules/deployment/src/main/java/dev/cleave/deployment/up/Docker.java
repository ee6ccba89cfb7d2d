package dev.cleave.deployment.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Docker, where it runs. A container lives as long as the {@code docker run} that is its process here. */
final class Docker {

    private static final int PATIENCE_SECONDS = 10;

    private Docker() {}

    static boolean isThere() {
        try {
            Process asked = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean answered = asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            asked.destroyForcibly();
            return answered && asked.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A name for a container and its volumes that is the same whenever its folder is. */
    static String name(Path folder) {
        int place = folder.toAbsolutePath().normalize().hashCode();
        return "cleave-" + folder.getFileName() + "-" + HexFormat.of().toHexDigits(place);
    }

    static List<String> run(String name, String... options) {
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--name", name));
        command.addAll(List.of(options));
        return command;
    }
}
