package dev.cleave.bootstrap.architecture.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.Literal;
import dev.cleave.architecture.code.Literals;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.platform.waiting.Waits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For every kind of wait that a context opens it has a {@link WaitRunOut}. A kind is known by the text constants in the method that opens
 * the wait, and where there are none by the methods that it calls for a text; the same must stand where a {@code WaitRunOut} is made.
 */
final class EveryWaitHasItsEnd implements Rule {

    @Override
    public String id() {
        return "every-wait-has-its-end";
    }

    @Override
    public String law() {
        return Laws.EVERY_WAIT_ENDS;
    }

    @Override
    public String sentence() {
        return "For every kind of wait that a context opens it says which command follows its end";
    }

    @Override
    public String reason() {
        return "A wait whose end nothing follows is told in the log again and again, and the order or payment that waits stays where it is"
                + " for ever.";
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("kinds of waits", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            Set<String> ends = context.classes().stream()
                    .flatMap(type -> type.getCodeUnits().stream())
                    .filter(EveryWaitHasItsEnd::ends)
                    .flatMap(unit -> Stream.concat(constants(unit).stream(), calls(unit).stream()))
                    .collect(Collectors.toSet());
            Set<String> kinds = new TreeSet<>();
            for (JavaClass type : context.classes()) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    opening(unit).ifPresent(call -> {
                        Set<String> opened = constants(unit).isEmpty() ? calls(unit) : constants(unit);
                        kinds.addAll(opened);
                        opened.stream()
                                .filter(kind -> !ends.contains(kind))
                                .forEach(kind -> violations.add(new Violation(
                                        code.at(type, unit.getName(), call.getSourceCodeLocation()),
                                        type.getSimpleName() + "." + unit.getName() + " opens a wait of the kind " + kind
                                                + ", and nothing follows its end.",
                                        "Add a bean that implements WaitRunOut for this kind to the context " + context.name()
                                                + ".")));
                    });
                }
            }
            examined.merge("kinds of waits", kinds.size(), Integer::sum);
        }
        return new Examination(examined, violations);
    }

    private static Optional<JavaMethodCall> opening(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("open") && call.getTargetOwner().isAssignableTo(Waits.class))
                .findFirst();
    }

    /** Whether code is of a {@code WaitRunOut}, makes one or gives one back. */
    private static boolean ends(JavaCodeUnit unit) {
        return unit.getOwner().isAssignableTo(WaitRunOut.class)
                || unit.getRawReturnType().isAssignableTo(WaitRunOut.class)
                || unit.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(WaitRunOut.class));
    }

    private static Set<String> constants(JavaCodeUnit unit) {
        return Literals.inCodeOf(unit.getOwner()).stream()
                .filter(text -> unit.getName().equals(text.member()) && stands(unit, text.line()))
                .map(Literal::text)
                .collect(Collectors.toSet());
    }

    /** Whether a line is within the method and not in another one of its name. */
    private static boolean stands(JavaCodeUnit unit, int line) {
        int next = unit.getOwner().getCodeUnits().stream()
                .mapToInt(other -> other.getSourceCodeLocation().getLineNumber())
                .filter(start -> start > unit.getSourceCodeLocation().getLineNumber())
                .min()
                .orElse(Integer.MAX_VALUE);
        return line >= unit.getSourceCodeLocation().getLineNumber() && line < next;
    }

    private static Set<String> calls(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTarget().getRawReturnType().isEquivalentTo(String.class))
                .filter(call -> call.getTarget().resolveMember()
                        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent())
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                .collect(Collectors.toSet());
    }
}
