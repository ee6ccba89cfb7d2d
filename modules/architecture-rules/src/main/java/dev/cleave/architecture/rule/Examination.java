package dev.cleave.architecture.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a rule found.
 *
 * @param examined how much of what it looked at, for example {@code classes → 312, commands → 41}; what it looks at in first place comes
 *     first. A rule that found nothing to look at has not been kept but missed its object.
 * @param granted what it let pass because a convention says so
 */
public record Examination(SequencedMap<String, Integer> examined, List<Violation> violations, List<Granted> granted) {

    /** What was found where no convention grants anything. */
    public Examination(SequencedMap<String, Integer> examined, List<Violation> violations) {
        this(examined, violations, List.of());
    }

    public Examination {
        examined = new LinkedHashMap<>(examined);
        violations = List.copyOf(violations);
        granted = List.copyOf(granted);
    }

    /** What was found where one sort of thing was looked at. */
    public static Examination of(String things, int count, List<Violation> violations) {
        return new Examination(new LinkedHashMap<>(Map.of(things, count)), violations);
    }

    /** The same, with what was let pass. */
    public Examination granting(List<Granted> exceptions) {
        return new Examination(examined, violations, exceptions);
    }

    /** Whether there was nothing to look at. */
    public boolean empty() {
        return examined.isEmpty() || examined.firstEntry().getValue() == 0;
    }
}
