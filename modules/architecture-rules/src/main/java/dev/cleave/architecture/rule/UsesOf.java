package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Mentions;
import dev.cleave.architecture.uses.Use;
import dev.cleave.architecture.uses.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The uses that a class makes of others. */
final class UsesOf {

    private UsesOf() {}

    /** For each member of a class, and for the class itself, the first use that it makes of each other class that is asked for. */
    static List<Use> first(JavaClass type, Predicate<JavaClass> wanted) {
        return firstUses(type, use -> wanted.test(use.to()));
    }

    /** As above, of the uses that are asked for. */
    static List<Use> firstUses(JavaClass type, Predicate<Use> wanted) {
        Map<List<Object>, Use> first = new LinkedHashMap<>();
        Uses.of(type).stream()
                .filter(wanted)
                .filter(use -> !isRepeatedByRecord(use))
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

    /** What a rule finds by which certain classes must not make certain uses of others: a violation for each. */
    static Examination examination(
            String things, Stream<JavaClass> types, Function<JavaClass, List<Use>> uses, Function<Use, Violation> violation) {
        List<JavaClass> examined = types.toList();
        return Examination.of(
                things, examined.size(), examined.stream().flatMap(type -> uses.apply(type).stream()).map(violation).toList());
    }

    /** As above, and a violation too for each type that is mentioned otherwise and lies in certain packages. */
    static Examination examination(
            String things, Stream<JavaClass> types, Function<JavaClass, List<Use>> uses, Function<Use, Violation> violation,
            Predicate<Mentions> wanted, Function<Mentions, Violation> mentioned) {
        List<JavaClass> examined = types.toList();
        Examination used = examination(things, examined.stream(), uses, violation);
        Stream<Violation> more = examined.stream().flatMap(type -> Mentions.in(type).stream()).filter(wanted).map(mentioned);
        return Examination.of(
                things, examined.size(), Stream.concat(used.violations().stream(), more).distinct().toList());
    }

    /** A record's constructor takes, and its accessors return, what its fields are of. */
    private static boolean isRepeatedByRecord(Use use) {
        return use.from().isRecord()
                && (use.how().equals("takes") && "<init>".equals(use.member()) || use.how().equals("returns"))
                && use.from().getFields().stream()
                        .filter(field -> "<init>".equals(use.member()) || field.getName().equals(use.member()))
                        .anyMatch(field -> field.getAllInvolvedRawTypes().contains(use.to()));
    }
}
