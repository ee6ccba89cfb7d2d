package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.uses.CallGraph.Call;
import dev.cleave.architecture.uses.CallGraph.Reach;
import dev.cleave.architecture.uses.CodeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The call paths from some code to what it should not do. */
public final class CallPaths {

    private final SystemCode code;
    private final Reach reach;

    private CallPaths(SystemCode code, Reach reach) {
        this.code = code;
        this.reach = reach;
    }

    /** From some code on, by the calls that are to be followed. */
    public static CallPaths from(SystemCode code, Collection<? extends JavaCodeUnit> starts, Predicate<Call> followed) {
        return new CallPaths(code, code.calls().reach(starts, followed));
    }

    /**
     * A violation for each access that is looked for, with the shortest path to it. From one place to the same thing in the same code there is one.
     *
     * @param what what is wrong with a path, to be said where it begins
     * @param remedy what to do about it
     */
    public Stream<Violation> to(Predicate<JavaAccess<?>> wanted, Function<CallPath, String> what,
            Function<CallPath, String> remedy) {
        Map<List<Object>, Violation> found = new LinkedHashMap<>();
        for (JavaCodeUnit unit : reach.units()) {
            List<Call> calls = reach.way(unit);
            unit.getAccessesFromSelf().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                    .map(access -> new CallPath(calls, access))
                    .forEach(path -> found.computeIfAbsent(
                            List.of(unit, path.end().getTarget().getFullName()),
                            key -> path.violation(code, what.apply(path), remedy.apply(path))));
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Violation each) -> each.location().type())
                        .thenComparing(each -> each.location().line())
                        .thenComparing(Violation::what));
    }

    /** As above, where the remedy is always the same. */
    public Stream<Violation> to(Predicate<JavaAccess<?>> wanted, Function<CallPath, String> what, String remedy) {
        return to(wanted, what, path -> remedy);
    }

    /**
     * A call path.
     *
     * @param calls empty if the code that it begins with does it itself
     * @param end where it is done
     */
    public record CallPath(List<Call> calls, JavaAccess<?> end) {

        /** The code that it begins with. */
        public JavaCodeUnit start() {
            return calls.isEmpty() ? end.getOrigin() : calls.getFirst().from();
        }

        /** What is done, and by whom: {@code calls Instant.now}, or {@code leads to Prices.today, which calls Instant.now}. */
        public String inWords() {
            String does = CodeNames.inWords(end);
            return calls.isEmpty() ? does : "leads to " + CodeNames.of(end.getOrigin()) + ", which " + does;
        }

        /** The violation that it is, told where the path begins, with each step and its place. */
        public Violation violation(SystemCode code, String what, String remedy) {
            List<String> steps = new ArrayList<>();
            calls.forEach(call -> steps.add(step(code, call.access())));
            steps.add(step(code, end));
            steps.add(CodeNames.of(end.getTarget()));
            return new Violation(code.at(calls.isEmpty() ? end : calls.getFirst().access()), what, steps, remedy);
        }

        private static String step(SystemCode code, JavaAccess<?> access) {
            Location at = code.at(access);
            String file = at.file() == null ? access.getSourceCodeLocation().getSourceFileName() : at.file();
            return CodeNames.of(access.getOrigin()) + " (" + file + ":" + at.line() + ")";
        }
    }
}
