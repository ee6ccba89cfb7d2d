package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;
import dev.cleave.architecture.uses.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What needs each other to compile is one thing, however many packages it is spread over. */
final class NoCodeCycles {

    private NoCodeCycles() {}

    /** Between contexts. */
    static final class OfContexts extends StatedRule {

        OfContexts() {
            super(
                    "no-cycle-between-contexts",
                    Laws.COMMANDS_AND_EVENTS_ONLY,
                    "No contexts need each other's code in a circle",
                    "Contexts that need each other to compile can't be built, changed or cut apart one by one: in truth they are one.");
        }

        @Override
        public Examination examine(SystemCode code) {
            SequencedMap<String, Integer> examined = new LinkedHashMap<>();
            examined.put("contexts", code.contexts().size());
            Function<JavaClass, Optional<String>> context = type -> code.contextOf(type).map(ContextCode::name);
            List<Violation> violations = cycles(
                    code,
                    code.contextClasses().toList(),
                    context,
                    examined,
                    "The contexts ",
                    "Turn one of the dependencies round: let one context publish an event that the other reads, instead of knowing it.");
            return new Examination(examined, violations);
        }
    }

    /** Between the packages of a context. */
    static final class OfRooms extends StatedRule {

        OfRooms() {
            super(
                    "no-cycle-between-rooms",
                    Laws.HOUSE,
                    "No packages of a context need each other in a circle",
                    "Packages that need each other can only be read and changed together, so that parting them explains nothing.");
        }

        @Override
        public Examination examine(SystemCode code) {
            SequencedMap<String, Integer> examined = new LinkedHashMap<>();
            examined.put("packages", 0);
            List<Violation> violations = new ArrayList<>();
            for (ContextCode context : code.contexts()) {
                examined.merge(
                        "packages", (int) context.classes().stream().map(JavaClass::getPackageName).distinct().count(),
                        Integer::sum);
                violations.addAll(cycles(
                        code,
                        context.classes(),
                        type -> context.contains(type) ? Optional.of(type.getPackageName()) : Optional.empty(),
                        examined,
                        "The packages ",
                        "Move what both need into the one that the other may know, or the two into one package."));
            }
            return new Examination(examined, violations);
        }
    }

    private static List<Violation> cycles(
            SystemCode code,
            List<JavaClass> classes,
            Function<JavaClass, Optional<String>> part,
            Map<String, Integer> examined,
            String what,
            String remedy) {
        Map<List<String>, Use> examples = new TreeMap<>(Comparator.comparing((List<String> edge) -> String.join(" ", edge)));
        Cycles cycles = new Cycles();
        for (JavaClass type : classes) {
            String from = part.apply(type).orElseThrow();
            for (Use use : Uses.of(type)) {
                Optional<String> to = part.apply(use.to());
                if (to.isPresent() && !to.get().equals(from)) {
                    cycles.edge(from, to.get());
                    examples.merge(List.of(from, to.get()), use, NoCodeCycles::better);
                }
            }
        }
        examined.merge("dependencies", examples.size(), Integer::sum);
        return cycles.all().stream().map(cycle -> violation(code, cycle, examples, what, remedy)).toList();
    }

    /** One with a line, if there is any. */
    private static Use better(Use one, Use other) {
        return one.line() > 0 || other.line() == 0 ? one : other;
    }

    private static Violation violation(
            SystemCode code, List<String> cycle, Map<List<String>, Use> examples, String what, String remedy) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            String to = cycle.get((i + 1) % cycle.size());
            Use use = examples.get(List.of(cycle.get(i), to));
            path.add(cycle.get(i) + " needs " + to + ": " + use.inWords() + " (" + code.at(use).shown() + ")");
        }
        Use first = examples.get(List.of(cycle.getFirst(), cycle.get(1)));
        return new Violation(
                code.at(first), what + String.join(" → ", cycle) + " → " + cycle.getFirst() + " need each other.", path, remedy);
    }
}
