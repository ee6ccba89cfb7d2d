package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.Use;
import dev.cleave.architecture.code.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The uses that a class makes of others. */
final class UsesOf {

    private UsesOf() {}

    /** For each member of a class, and for the class itself, the first use that it makes of each other class that is asked for. */
    static List<Use> first(JavaClass type, Predicate<JavaClass> wanted) {
        Map<List<Object>, Use> first = new LinkedHashMap<>();
        Uses.of(type).stream()
                .filter(use -> wanted.test(use.to()))
                .sorted(Comparator.comparing(use -> use.line() == 0 ? Integer.MAX_VALUE : use.line()))
                .forEach(use -> first.putIfAbsent(List.of(use.to(), String.valueOf(use.member())), use));
        return new ArrayList<>(first.values());
    }

    /** For each member of a class, and for the class itself, the first use that it makes of any class that is asked for. */
    static List<Use> firstOfAny(JavaClass type, Predicate<JavaClass> wanted) {
        Map<String, Use> first = new LinkedHashMap<>();
        first(type, wanted).forEach(use -> first.putIfAbsent(String.valueOf(use.member()), use));
        return new ArrayList<>(first.values());
    }
}
