package dev.cleave.platform.placement;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What this process holds.
 *
 * <p>{@code cleave.contexts} names the contexts of this process, separated by commas; without it the process holds all that
 * are on its class path, as the monolith does.
 */
public final class Placement {

    private final Set<String> named;

    private Placement(Set<String> named) {
        this.named = named;
    }

    public static Placement of(Environment environment) {
        return new Placement(new TreeSet<>(StringUtils.commaDelimitedListToSet(
                StringUtils.trimAllWhitespace(environment.getProperty("cleave.contexts", "")))));
    }

    /** Whether this process runs the context of the given name. */
    public boolean holds(String context) {
        return named.isEmpty() || named.contains(context);
    }
}
