package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;
import dev.cleave.architecture.uses.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The circles in which parts of the code need each other to compile. */
public final class CodeCycles {

    private final SystemCode code;
    private final String parts;
    private final String remedy;
    private final Set<String> names = new HashSet<>();
    private final Cycles cycles = new Cycles();
    private final Map<List<String>, Use> examples =
            new TreeMap<>(Comparator.comparing((List<String> edge) -> String.join(" ", edge)));

    /** @param parts what they are called: contexts, packages */
    public CodeCycles(SystemCode code, String parts, String remedy) {
        this.code = code;
        this.parts = parts;
        this.remedy = remedy;
    }

    /** Looks at classes, all of which belong to some part; what they use may belong to none. */
    public CodeCycles among(List<JavaClass> classes, Function<JavaClass, Optional<String>> part) {
        for (JavaClass type : classes) {
            String from = part.apply(type).orElseThrow();
            names.add(from);
            for (Use use : Uses.of(type)) {
                part.apply(use.to()).filter(to -> !to.equals(from)).ifPresent(to -> {
                    cycles.edge(from, to);
                    examples.merge(List.of(from, to), use, CodeCycles::better);
                });
            }
        }
        return this;
    }

    /** What was found: for each dependency that lies on a circle, the shortest one. */
    public Examination examination() {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put(parts, names.size());
        examined.put("dependencies", examples.size());
        return new Examination(examined, cycles.all().stream().map(this::violation).toList());
    }

    /** One with a line, if there is any. */
    private static Use better(Use one, Use other) {
        return one.line() > 0 || other.line() == 0 ? one : other;
    }

    private Violation violation(List<String> cycle) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            String to = cycle.get((i + 1) % cycle.size());
            Use use = examples.get(List.of(cycle.get(i), to));
            path.add(cycle.get(i) + " needs " + to + ": " + use.inWords() + " (" + code.at(use).shown() + ")");
        }
        return new Violation(
                code.at(examples.get(List.of(cycle.getFirst(), cycle.get(1)))),
                "The " + parts + " " + String.join(" → ", cycle) + " → " + cycle.getFirst() + " need each other.", path, remedy);
    }
}
