package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looked at only where a system uses JSpecify at all. */
final class RoomsSayWhatMayBeNull extends StatedRule {

    private static final String MARKED = "org.jspecify.annotations.NullMarked";

    RoomsSayWhatMayBeNull() {
        super(
                "rooms-say-what-may-be-null",
                Laws.HOUSE,
                "Every package of a context is marked to say what may be null",
                "Where a package is not marked, nobody can tell whether a missing @Nullable means never null or never thought of.");
    }

    /** A system need not use JSpecify. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Map<String, Boolean> marked = new TreeMap<>();
        for (JavaClass type : code.contextClasses().toList()) {
            marked.merge(type.getPackageName(), isMarked(type), Boolean::logicalOr);
        }
        if (code.classes().stream().noneMatch(RoomsSayWhatMayBeNull::isMarked)) {
            return Examination.of("packages", 0, List.of());
        }
        List<Violation> violations = new ArrayList<>();
        marked.forEach((name, isMarked) -> {
            if (!isMarked) {
                RoomsSayWhatTheyAreFor.witness(code, name).ifPresent(type -> violations.add(new Violation(
                        code.at(type),
                        "The package " + name + " is not marked with @NullMarked.",
                        "Put @NullMarked on it in its package-info.java.")));
            }
        });
        return Examination.of("packages", marked.size(), violations);
    }

    private static boolean isMarked(JavaClass type) {
        return type.getSimpleName().equals("package-info") && type.isAnnotatedWith(MARKED);
    }
}
