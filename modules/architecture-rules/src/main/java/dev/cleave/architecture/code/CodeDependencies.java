package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.CodeDependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which context needs types of which other to compile. */
final class CodeDependencies {

    private static final Comparator<Dependency> EXAMPLES = Comparator
            .comparing((Dependency dependency) -> dependency.getSourceCodeLocation().getLineNumber() <= 0)
            .thenComparing(dependency -> dependency.getOriginClass().getName())
            .thenComparing(dependency -> dependency.getSourceCodeLocation().getLineNumber());

    private CodeDependencies() {}

    static List<CodeDependency> of(SystemCode code) {
        List<CodeDependency> all = new ArrayList<>();
        for (ContextCode from : code.contexts()) {
            SortedMap<String, List<Dependency>> byTarget = new TreeMap<>();
            for (JavaClass type : from.classes()) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<ContextCode> to = code.contextOf(dependency.getTargetClass().getBaseComponentType());
                    to.filter(other -> !other.equals(from)).ifPresent(other -> byTarget
                            .computeIfAbsent(other.name(), any -> new ArrayList<>()).add(dependency));
                }
            }
            byTarget.forEach((to, uses) -> all.add(new CodeDependency(
                    from.name(),
                    to,
                    uses.stream()
                            .map(use -> use.getTargetClass().getBaseComponentType().getName())
                            .distinct()
                            .sorted()
                            .toList(),
                    uses.size(),
                    uses.stream()
                            .min(EXAMPLES)
                            .map(use -> code.sources().locate(
                                    use.getOriginClass(), null, use.getSourceCodeLocation().getLineNumber()))
                            .orElseThrow())));
        }
        all.sort(Comparator.comparing(CodeDependency::from).thenComparing(CodeDependency::to));
        return all;
    }
}
