package dev.cleave.architecture.report;

import dev.cleave.architecture.report.Report.Provenance;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out where a report comes from. */
public final class Provenances {

    private static final int MOST_SECONDS = 10;
    private static final Pattern WEB =
            Pattern.compile("https?://(?:[^/@]*@)?(?<host>[^/@]+)/(?<path>.+?)(?:\\.git)?/?");
    private static final Pattern SHELL =
            Pattern.compile("(?:ssh://)?[^/@]+@(?<host>[^/:@]+)(?::\\d+/|[:/])(?<path>.+?)(?:\\.git)?/?");
    private static final Pattern JAR = Pattern.compile("/[^/!]+?-(\\d[^/!]*)\\.jar!/");

    /** A class of each library that matters; its version is in the name of the jar that the class is in. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("Axon Framework", "org/axonframework/commandhandling/CommandMessage.class");
        LIBRARIES.put("Spring Boot", "org/springframework/boot/SpringApplication.class");
        LIBRARIES.put("Spring Framework", "org/springframework/core/SpringVersion.class");
        LIBRARIES.put("Spring Modulith", "org/springframework/modulith/core/ApplicationModules.class");
        LIBRARIES.put("ArchUnit", "com/tngtech/archunit/core/domain/JavaClass.class");
    }

    private Provenances() {}

    /**
     * @param at null for none
     * @param versions told by the caller; they come first
     */
    public static Provenance of(Path root, @Nullable Instant at, SequencedMap<String, String> versions) {
        SequencedMap<String, String> all = new LinkedHashMap<>(versions);
        all.putIfAbsent("Java", Runtime.version().toString());
        LIBRARIES.forEach((library, type) -> version(type).ifPresent(version -> all.putIfAbsent(library, version)));
        return new Provenance(
                git(root, "remote", "get-url", "origin").flatMap(Provenances::webAddress).orElse(null),
                git(root, "rev-parse", "HEAD").orElse(null),
                git(root, "status", "--porcelain").filter(changes -> !changes.isEmpty()).isPresent(),
                at,
                all);
    }

    private static Optional<String> version(String type) {
        URL found = Provenances.class.getClassLoader().getResource(type);
        return Optional.ofNullable(found)
                .map(url -> JAR.matcher(url.toString()))
                .filter(Matcher::find)
                .map(jar -> jar.group(1));
    }

    /** Where a repository is kept, as a browser asks for it; empty for folders and the like. */
    static Optional<String> webAddress(String remote) {
        Matcher web = WEB.matcher(remote);
        if (web.matches()) {
            return Optional.of("https://" + web.group("host") + "/" + web.group("path"));
        }
        Matcher shell = SHELL.matcher(remote);
        return shell.matches()
                ? Optional.of("https://" + shell.group("host") + "/" + shell.group("path"))
                : Optional.empty();
    }

    /** What git answers; empty if there is no git, or no repository. */
    private static Optional<String> git(Path root, String... arguments) {
        try {
            Process git = new ProcessBuilder(
                    Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(arguments)).toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0) {
                return Optional.of(answer);
            }
            git.destroy();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
