package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Types;
import dev.cleave.architecture.uses.Uses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Types that only their own package uses are not public. */
final class PublicOnlyWhereNeeded extends StatedRule {

    PublicOnlyWhereNeeded() {
        super(
                "public-only-where-needed",
                Laws.HOUSE,
                "A type outside the published language is public only if another package of its own context uses it",
                "The compiler keeps others away from what is package-private, at no cost and without a rule. Each type that is public without need"
                        + " is one that another context can come to depend on.");
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("types outside the published languages", 0);
        examined.put("public ones", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            Set<JavaClass> needed = context.classes().stream()
                    .flatMap(type -> Uses.of(type).stream())
                    .filter(use -> !use.from().getPackageName().equals(use.to().getPackageName()))
                    .map(use -> Types.outermost(use.to()))
                    .collect(Collectors.toSet());
            for (JavaClass type : context.classes()) {
                if (context.publishes(type) || !type.isTopLevelClass()) {
                    continue;
                }
                examined.merge("types outside the published languages", 1, Integer::sum);
                if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    examined.merge("public ones", 1, Integer::sum);
                    if (!needed.contains(type)) {
                        violations.add(new Violation(
                                code.at(type),
                                type.getSimpleName() + " is public, but no other package of " + context.name() + " uses it.",
                                "Take the word public off it."));
                    }
                }
            }
        }
        return new Examination(examined, violations);
    }
}
