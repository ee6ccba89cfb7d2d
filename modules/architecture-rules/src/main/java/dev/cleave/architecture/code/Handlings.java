package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything in the contexts that handles messages. */
final class Handlings {

    private final Map<JavaCodeUnit, Handling> byCode = new HashMap<>();
    private final List<Handling> all = new ArrayList<>();

    Handlings(SystemCode code) {
        code.contextClasses().flatMap(type -> type.getCodeUnits().stream())
                .forEach(unit -> Handling.of(unit).ifPresent(handling -> {
                    byCode.put(unit, handling);
                    all.add(handling);
                }));
        all.sort(Comparator.comparing(handling -> handling.code().getFullName()));
    }

    Stream<Handling> all() {
        return all.stream();
    }

    Stream<Handling> all(Handling.Sort sort) {
        return all().filter(handling -> handling.sort() == sort);
    }

    Stream<Handling> ofEvents() {
        return all().filter(Handling::ofEvents);
    }

    Optional<Handling> of(JavaCodeUnit code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those that a class has or inherits. */
    Stream<Handling> in(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .flatMap(parent -> parent.getCodeUnits().stream())
                .flatMap(code -> of(code).stream());
    }
}
