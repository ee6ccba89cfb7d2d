package dev.cleave.architecture.rule;

import dev.cleave.architecture.model.Location;
import java.util.List;

/**
 * A place where a rule is broken.
 *
 * @param what what is wrong there, one sentence
 * @param path how it comes to that, from the place on: a chain of calls, a cycle of packages; empty if the place says it all
 * @param remedy what to do, one sentence
 */
public record Violation(Location location, String what, List<String> path, String remedy) {

    public Violation {
        path = List.copyOf(path);
    }

    /** Where the place says it all. */
    public Violation(Location location, String what, String remedy) {
        this(location, what, List.of(), remedy);
    }

    /** What stays the same when lines move: the class, the member and what is wrong. */
    public String key() {
        return location.type() + (location.member() == null ? "" : "#" + location.member()) + ": " + what;
    }
}
