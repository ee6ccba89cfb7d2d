package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whoever handles events has one of the parts that there are rules for. */
final class OneRolePerProcessingGroup extends StatedRule {

    private static final Set<Role> ROLES = Set.of(Role.VIEW, Role.POLICY, Role.GATEWAY);

    OneRolePerProcessingGroup() {
        super(
                "one-role-per-processing-group",
                Laws.ONLY_TRUTH,
                "Who handles events is a view, a policy or a gateway, and a view shares its processing group with views alone",
                "What a handler may do, and whether it may be replayed, follows from its part: one without a part is held to none of these rules."
                        + " A group is replayed as a whole, and whoever shares it with a view acts on all that has ever happened once more.");
    }

    /** A system may tell its views from its policies by nothing. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        if (code.conventions().roles().isEmpty()) {
            return Examination.of("classes that handle events", 0, List.of());
        }
        List<Violation> violations = new ArrayList<>();
        Map<String, List<JavaClass>> groups = new TreeMap<>();
        List<JavaClass> handling =
                code.contextClasses().filter(type -> !code.parts().eventHandlers(type).isEmpty()).toList();
        for (JavaClass type : handling) {
            code.parts().namedProcessor(type).ifPresent(group -> {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(type);
                if (!ROLES.contains(code.parts().role(type)) && code.parts().role(type) != Role.SAGA) {
                    violations.add(new Violation(
                            code.at(type),
                            Ways.name(type) + " handles events of the group " + group
                                    + " and is neither view, policy nor gateway.",
                            "Mark it as " + means(code) + ", and move what that part must not do to a class that may."));
                }
            });
        }
        groups.forEach((group, types) -> violations.addAll(mixed(code, group, types)));
        return Examination.of("classes that handle events", handling.size(), violations);
    }

    private static List<Violation> mixed(SystemCode code, String group, List<JavaClass> types) {
        List<JavaClass> views = types.stream().filter(type -> code.parts().role(type) == Role.VIEW).toList();
        return views.isEmpty()
                ? List.of()
                : types.stream()
                        .filter(type -> ROLES.contains(code.parts().role(type)) && !views.contains(type))
                        .map(type -> new Violation(
                                code.at(type),
                                Ways.name(type) + " shares the group " + group + " with the view " + Ways.name(views.getFirst())
                                        + ", and is replayed with it.",
                                "Give " + Ways.name(type) + " a group of its own."))
                        .toList();
    }

    private static String means(SystemCode code) {
        return code.conventions().roles().keySet().stream()
                .map(role -> "@" + role.substring(role.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(" or "));
    }
}
