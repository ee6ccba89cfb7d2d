package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Mentions;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.uses.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Of another context only the published language is used. */
final class NoOthersInternals extends StatedRule {

    NoOthersInternals() {
        super(
                "no-others-internals",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A context depends on no other's internals",
                "What a context may use of another is the language that the other publishes and keeps. Whoever uses more breaks when the"
                        + " other is rebuilt inside, and no longer compiles, let alone runs, where the two are in different processes.");
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                examined.merge("classes", 1, Integer::sum);
                for (Use use : UsesOf.first(type, used -> !context.contains(used))) {
                    Optional<ContextCode> other = code.contextOf(use.to());
                    if (other.isPresent()) {
                        examined.merge("uses of other contexts", 1, Integer::sum);
                        if (!other.get().publishes(use.to())) {
                            violations.add(violation(code.at(use), use.inWords(), context, other.get()));
                        }
                    }
                }
                for (Mentions mentioned : Mentions.in(type)) {
                    if (code.classes().contain(mentioned.type())) {
                        code.contextOf(code.classes().get(mentioned.type()))
                                .filter(other -> !other.equals(context) && !other.publishes(code.classes().get(mentioned.type())))
                                .ifPresent(other -> violations.add(
                                        violation(code.at(mentioned), mentioned.inWords(), context, other)));
                    }
                }
            }
        }
        return new Examination(examined, violations.stream().distinct().toList());
    }

    private static Violation violation(Location place, String what, ContextCode context, ContextCode other) {
        return new Violation(
                place,
                what + ", which is internal to " + other.name() + ".",
                "Send " + other.name() + " a command, or keep what " + context.name()
                        + " needs to know in a view of its own, built from the"
                        + " events in " + other.publishedPackage() + ".");
    }
}
