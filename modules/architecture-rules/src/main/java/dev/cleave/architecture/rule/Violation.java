package dev.cleave.architecture.rule;

import dev.cleave.architecture.model.Location;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place where a rule is broken.
 *
 * @param what what is wrong there, one sentence
 * @param path how it comes to that, from the place on: a chain of calls, a cycle of packages; empty if the place says it all. Files are
 *     named from the project's root, with a line: {@code modules/x/src/main/java/a/B.java:12}
 * @param remedy what to do, one sentence
 */
public record Violation(Location location, String what, List<String> path, String remedy) {

    private static final Pattern FOLDERS = Pattern.compile("[^\\s()]*/(?=[^/\\s()]+:\\d)");

    public Violation {
        path = List.copyOf(path);
    }

    /** Where the place says it all. */
    public Violation(Location location, String what, String remedy) {
        this(location, what, List.of(), remedy);
    }

    /** The path as people read it, with files by their names alone. */
    public List<String> shortPath() {
        return path.stream().map(step -> FOLDERS.matcher(step).replaceAll("")).toList();
    }

    /** What stays the same when lines move: the class, the member and what is wrong. */
    public String key() {
        return location.type() + (location.member() == null ? "" : "#" + location.member()) + ": " + what;
    }
}
