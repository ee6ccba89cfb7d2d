package dev.cleave.platform.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Which contexts there are, and which of them this process holds.
 *
 * <p>The contexts there are come from the class path. {@code cleave.contexts} names those that this process holds, separated
 * by commas; without it the process holds all, as the monolith does.
 */
public final class Placement {

    private final List<Context> known;
    private final List<Context> held;

    private Placement(List<Context> known, List<Context> held) {
        this.known = List.copyOf(known);
        this.held = List.copyOf(held);
    }

    /**
     * Reads the placement of this process.
     *
     * @throws IllegalStateException if {@code cleave.contexts} names a context that is not on the class path
     */
    public static Placement of(Environment environment, ClassLoader classLoader) {
        List<Context> known = new ArrayList<>();
        for (String name : ImportCandidates.load(BoundedContext.class, classLoader).getCandidates()) {
            Class<?> registration = ClassUtils.resolveClassName(name, classLoader);
            known.add(new Context(registration.getAnnotation(BoundedContext.class).value(), registration));
        }
        Set<String> named = new TreeSet<>(StringUtils.commaDelimitedListToSet(
                StringUtils.trimAllWhitespace(environment.getProperty("cleave.contexts", ""))));
        List<Context> held =
                named.isEmpty() ? known : known.stream().filter(context -> named.remove(context.name())).toList();
        if (held != known && !named.isEmpty()) {
            throw new IllegalStateException("cleave.contexts names " + named
                    + ", which is not among the contexts of this program: "
                    + known.stream().map(Context::name).sorted().toList() + ". Correct the name or leave the setting out.");
        }
        return new Placement(known, held);
    }

    /** All contexts of the program, wherever they run. */
    public List<Context> known() {
        return known;
    }

    /** The contexts of this process. */
    public List<Context> held() {
        return held;
    }

    /**
     * The context of this process that a class belongs to.
     *
     * @throws IllegalArgumentException if it belongs to none
     */
    public Context heldBy(Class<?> type) {
        return held.stream()
                .filter(context -> context.contains(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " belongs to no context of this process"));
    }
}
