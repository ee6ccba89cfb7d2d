package dev.cleave.architecture.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that is committed beside the code. It changes only on request, and never on a build server, where a change could only hide what
 * has just been broken. Each element has a line of its own, so that two branches that change different ones can be merged.
 */
public final class CommittedJson {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CommittedJson() {}

    /**
     * What the file holds; empty if there is no such file.
     *
     * @param what the file is, for the message if it is not: {@code a baseline}
     * @throws IllegalStateException if it holds something else
     */
    public static <T> Optional<T> read(Path file, Class<T> form, String what) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), form)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " is not " + what + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes it.
     *
     * @param buildServer what the environment says by the variable {@code CI}
     * @throws IllegalStateException on a build server
     */
    public static void write(Path file, Object content, @Nullable String buildServer) {
        if (buildServer != null && !buildServer.isBlank() && !buildServer.strip().equalsIgnoreCase("false")) {
            throw new IllegalStateException(file + " is not written on a build server (CI=" + buildServer
                    + "), where it would hide a change; write it on your own machine and commit it.");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that is written. */
    public static String text(Object content) {
        return JSON.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
                .writeValueAsString(content)
                + "\n";
    }
}
