package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A package has a reason that can be put in a sentence. */
final class RoomsSayWhatTheyAreFor extends StatedRule {

    RoomsSayWhatTheyAreFor() {
        super(
                "rooms-say-what-they-are-for",
                Laws.HOUSE,
                "Every package of a context says in a sentence what it is for",
                "A package that nobody can say the purpose of takes in whatever comes along. Its sentence is what a newcomer reads first,"
                        + " and what this report shows of it.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        int rooms = 0;
        for (ContextModel context : code.model().contexts()) {
            for (Room room : context.rooms()) {
                rooms++;
                if (room.purpose() == null) {
                    String name = room.name().isEmpty() ? context.basePackage() : context.basePackage() + "." + room.name();
                    Optional<JavaClass> witness = witness(code, name);
                    witness.ifPresent(type -> violations.add(new Violation(
                            code.at(type),
                            "The package " + name + " does not say what it is for.",
                            "Give it a package-info.java whose comment says so in one sentence.")));
                }
            }
        }
        return Examination.of("packages", rooms, violations);
    }

    /** Its package-info, or else its first class. */
    static Optional<JavaClass> witness(SystemCode code, String packageName) {
        return code.contexts().stream()
                .map(ContextCode::classes)
                .flatMap(List::stream)
                .filter(type -> type.getPackageName().equals(packageName) && type.isTopLevelClass())
                .min(Comparator.comparing((JavaClass type) -> !type.getSimpleName().equals("package-info"))
                        .thenComparing(JavaClass::getName));
    }
}
