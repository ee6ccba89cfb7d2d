package dev.cleave.architecture.bytecode;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What something may be.
 *
 * @param known what it may be
 * @param open whether it may be something else as well
 * @param from what it is computed from, as far as that is told
 */
public record Values(Set<Value> known, boolean open, Set<Origin> from) {

    static final Values ANY = new Values(Set.of(), true, Set.of());
    static final Values NONE = new Values(Set.of(), false, Set.of());

    private static final int MOST = 64;

    public Values {
        open |= known.size() > MOST;
        known = known.size() > MOST ? Set.of() : known;
    }

    static Values of(Value value) {
        return new Values(Set.of(value), false, Set.of());
    }

    static Values of(Collection<? extends Value> values) {
        return new Values(Set.copyOf(values), false, Set.of());
    }

    static Values from(Collection<Origin> origins) {
        return new Values(Set.of(), true, Set.copyOf(origins));
    }

    Values or(Values other) {
        return equals(other) ? this : new Values(both(known, other.known), open || other.open, both(from, other.from));
    }

    Values with(Collection<Origin> origins) {
        return origins.isEmpty() ? this : new Values(known, open, both(from, Set.copyOf(origins)));
    }

    /** Those of one sort. */
    public <V extends Value> Set<V> all(Class<V> sort) {
        return known.stream().filter(sort::isInstance).map(sort::cast).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The texts that it may be. */
    public Set<String> texts() {
        return all(Value.Text.class).stream().map(Value.Text::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        return one.containsAll(other)
                ? one
                : Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
