package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A rule as ArchUnit states it: all things of one sort should keep to something, because of a reason. Each violation that ArchUnit hands out
 * is a {@link Violation}.
 *
 * <pre>
 * Statement.of("events-have-revisions", Laws.READABLE_FOREVER, "Every event names its revision", "An event is stored …")
 *         .all("events", code -&gt; code.model().messages(Message.Kind.EVENT))
 *         .should((code, event) -&gt; event.revision() != null, (code, event) -&gt; new Violation(event.location(), …));
 * </pre>
 */
public final class Statement implements Rule {

    private final Wording wording;
    private final Function<SystemCode, Examination> examination;
    private final boolean mayFindNothing;

    private Statement(Wording wording, Function<SystemCode, Examination> examination, boolean mayFindNothing) {
        this.wording = wording;
        this.examination = examination;
        this.mayFindNothing = mayFindNothing;
    }

    /** What a rule says, and what goes wrong where it is broken. */
    public static Wording of(String id, String law, String sentence, String reason) {
        return new Wording(id, law, sentence, reason);
    }

    /** A rule that is put into words but does not yet say what it examines. */
    public record Wording(String id, String law, String sentence, String reason) {

        /** It examines these things; the report counts them under the name given. */
        public <T> All<T> all(String things, Function<SystemCode, Stream<T>> all) {
            return new All<>(this, things, all);
        }

        /** It examines the code in a way of its own. */
        public Statement examinedBy(Function<SystemCode, Examination> examination) {
            return new Statement(this, examination, false);
        }
    }

    /** The things that a rule examines. */
    public record All<T>(Wording wording, String things, Function<SystemCode, Stream<T>> all) {

        /** Each of them should fulfil the condition; where it does not, this is the violation. */
        public Statement should(BiPredicate<SystemCode, T> condition, BiFunction<SystemCode, T, Violation> otherwise) {
            return violatedBy((code, thing) -> condition.test(code, thing)
                    ? Stream.empty()
                    : Stream.of(otherwise.apply(code, thing)));
        }

        /** For each of them this finds the violations. */
        public Statement violatedBy(BiFunction<SystemCode, T, Stream<Violation>> finding) {
            return wording.examinedBy(code -> {
                List<T> examined = all.apply(code).toList();
                List<Violation> violations = new ArrayList<>();
                archRule(wording.sentence(), examined, thing -> finding.apply(code, thing)).because(wording.reason())
                        .evaluate(code.classes())
                        .handleViolations((Collection<Violation> found, String text) -> violations.addAll(found));
                return Examination.of(things, examined.size(), violations.stream().distinct().toList());
            });
        }
    }

    /** A rule of ArchUnit's on things that are not all classes; what it hands out as violations are {@link Violation}s. */
    static <T> ArchRule archRule(String description, List<T> things, Function<T, Stream<Violation>> finding) {
        return ArchRuleDefinition.all(new AbstractClassesTransformer<T>("things") {

            @Override
            public Iterable<T> doTransform(JavaClasses classes) {
                return things;
            }
        }).should(new ArchCondition<T>("have no violation") {

            @Override
            public void check(T thing, ConditionEvents events) {
                finding.apply(thing).forEach(violation -> events.add(SimpleConditionEvent.violated(violation, violation.key())));
            }
        }).as(description).allowEmptyShould(true);
    }

    /** A system may well have nothing that the rule is about. */
    public Statement orNone() {
        return new Statement(wording, examination, true);
    }

    /** The report also counts these. */
    public Statement counting(String others, ToIntFunction<SystemCode> count) {
        return new Statement(wording, code -> {
            Examination found = examination.apply(code);
            SequencedMap<String, Integer> counts = new LinkedHashMap<>(found.examined());
            counts.put(others, count.applyAsInt(code));
            return new Examination(counts, found.violations(), found.granted());
        }, mayFindNothing);
    }

    /** The report also tells what the conventions let pass. */
    public Statement granting(Function<SystemCode, List<Granted>> exceptions) {
        return new Statement(wording, code -> examination.apply(code).granting(exceptions.apply(code)), mayFindNothing);
    }

    @Override
    public String id() {
        return wording.id();
    }

    @Override
    public String law() {
        return wording.law();
    }

    @Override
    public String sentence() {
        return wording.sentence();
    }

    @Override
    public String reason() {
        return wording.reason();
    }

    @Override
    public boolean mayFindNothing() {
        return mayFindNothing;
    }

    @Override
    public Examination examine(SystemCode code) {
        return examination.apply(code);
    }

    @Override
    public String toString() {
        return id();
    }
}
