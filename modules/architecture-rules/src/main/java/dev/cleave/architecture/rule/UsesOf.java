package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Mentions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.uses.Use;
import dev.cleave.architecture.uses.Uses;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The uses that a class makes of others, one for each place that a rule tells of. */
public final class UsesOf {

    private UsesOf() {}

    /** For each member of a class, and for the class itself, the first use that it makes of each other class that is asked for. */
    public static Stream<Use> first(JavaClass type, Predicate<JavaClass> wanted) {
        return firstUses(type, use -> wanted.test(use.to()));
    }

    /** As above, of the uses that are asked for. */
    public static Stream<Use> firstUses(JavaClass type, Predicate<Use> wanted) {
        return firstBy(wantedBy(type, wanted), use -> List.of(use.to(), String.valueOf(use.member())));
    }

    /** For each member of a class, and for the class itself, the first use that it makes of any class that is asked for. */
    public static Stream<Use> firstOfAny(JavaClass type, Predicate<JavaClass> wanted) {
        return firstBy(wantedBy(type, use -> wanted.test(use.to())), use -> String.valueOf(use.member()));
    }

    /**
     * That a class names another: by a use, or otherwise in its byte code.
     *
     * @param type the full name of the other
     */
    public record Naming(JavaClass from, Location at, String inWords, String type) {}

    /** The first use that each member makes of each other class that is asked for, and what else names such a class. */
    public static Stream<Naming> namings(SystemCode code, JavaClass from, Predicate<String> wanted) {
        return Stream.concat(
                first(from, used -> wanted.test(used.getName()))
                        .map(use -> new Naming(from, code.at(use), use.inWords(), use.to().getName())),
                Mentions.in(from).stream()
                        .filter(mention -> wanted.test(mention.type()))
                        .map(mention -> new Naming(from, code.at(mention), mention.inWords(), mention.type())));
    }

    private static Stream<Use> wantedBy(JavaClass type, Predicate<Use> wanted) {
        return Uses.of(type).stream()
                .filter(wanted)
                .filter(use -> !isRepeatedByRecord(use))
                .sorted(Comparator.comparing(use -> use.line() == 0 ? Integer.MAX_VALUE : use.line()));
    }

    private static Stream<Use> firstBy(Stream<Use> uses, Function<Use, Object> key) {
        Map<Object, Use> first = new LinkedHashMap<>();
        uses.forEach(use -> first.putIfAbsent(key.apply(use), use));
        return first.values().stream();
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
