package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What plays the outside world where that is not at hand, as the conventions have it. */
public final class StandIns {

    private StandIns() {}

    public static boolean include(SystemCode code, JavaClass type) {
        return code.conventions().standIns().keySet().stream().anyMatch(standIn -> isIn(standIn, type));
    }

    /** What is granted to each, and where use is made of it. */
    public static List<Granted> granted(
            SystemCode code, Function<String, String> what, Function<JavaClass, Stream<Location>> places) {
        List<Granted> granted = new ArrayList<>();
        code.conventions().standIns().forEach((standIn, reason) -> granted.add(new Granted(
                what.apply(standIn),
                reason,
                code.contextClasses()
                        .filter(type -> isIn(standIn, type))
                        .flatMap(places)
                        .distinct()
                        .sorted(Comparator.comparing(Location::type).thenComparing(Location::line))
                        .toList())));
        return granted;
    }

    private static boolean isIn(String standIn, JavaClass type) {
        return Packages.contain(List.of(standIn), type);
    }
}
