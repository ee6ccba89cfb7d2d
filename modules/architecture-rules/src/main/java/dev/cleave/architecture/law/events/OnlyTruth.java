package dev.cleave.architecture.law.events;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events are the only truth: views and waits are derived from them, and what is not derived is known. */
public final class OnlyTruth {

    static final String LAW = Laws.ONLY_TRUTH;
    private static final String SAGAS = "org.axonframework.modelling.saga.";
    private static final String STEREOTYPE = "org.axonframework.spring.stereotype.Saga";
    private static final Set<Role> ROLES = Set.of(Role.VIEW, Role.POLICY, Role.GATEWAY);

    private OnlyTruth() {}

    public static List<Rule> rules() {
        return List.of(
                explicitProcessingGroups(), oneRolePerProcessingGroup(), Aggregates.readNoClock(), Aggregates.callNoOne(),
                Aggregates.onlyAssignWhenSourced(), Policies.onlySend(), Views.sendNothing(), Views.readNoClock(),
                Views.startEmpty(),
                OnlyGatewaysGoOutside.rule(), onlyAggregatesMakeEvents(), noSagas());
    }

    private static Rule explicitProcessingGroups() {
        return Statement.of(
                "explicit-processing-groups", LAW,
                "Every class that handles events names its processing group",
                "A processor's progress is stored under the name of its group. By default that is the name of the package: if the class moves, it handles"
                        + " the whole history again, and classes that share a package delay each other.")
                .all("classes that handle events", OnlyTruth::handlingEvents)
                .should(
                        (code, type) -> code.parts().namedProcessor(type).isPresent(),
                        (code, type) -> new Violation(
                                code.at(type),
                                type.getSimpleName() + " handles " + handled(code.parts().eventHandlers(type).getFirst())
                                        + " and names no processing group.",
                                "Say which processor it belongs to, by " + (code.conventions().roles().isEmpty()
                                        ? "@ProcessingGroup"
                                        : "one of " + roles(code, ", ")) + "."));
    }

    private static Stream<JavaClass> handlingEvents(SystemCode code) {
        return code.contextClasses().filter(type -> !code.parts().eventHandlers(type).isEmpty());
    }

    private static String handled(JavaMethod handler) {
        return handler.getRawParameterTypes().stream().map(JavaClass::getSimpleName).findFirst().orElse("events");
    }

    private static String roles(SystemCode code, String between) {
        return code.conventions().roles().keySet().stream()
                .map(role -> "@" + role.substring(role.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(between));
    }

    private static Rule oneRolePerProcessingGroup() {
        return Statement.of(
                "one-role-per-processing-group", LAW,
                "Every event handler belongs to a view, a policy or a gateway, and a view shares its processing group only with views",
                "What a handler may do, and whether it may be replayed, depends on its role: no rule covers a handler without one. A group is replayed as"
                        + " a whole, so a policy that shares it with a view acts again on everything that ever happened.")
                .all("classes that handle events",
                        code -> code.conventions().roles().isEmpty() ? Stream.empty() : handlingEvents(code))
                .violatedBy((code, type) -> code.parts().namedProcessor(type).stream()
                        .flatMap(group -> misplacedIn(code, group, type)))
                .orNone();
    }

    private static Stream<Violation> misplacedIn(SystemCode code, String group, JavaClass type) {
        Role role = code.parts().role(type);
        if (!ROLES.contains(role)) {
            return role == Role.SAGA ? Stream.empty() : Stream.of(new Violation(
                    code.at(type),
                    CodeNames.of(type) + " handles events of the group " + group + " and is neither view, policy nor gateway.",
                    "Mark it as " + roles(code, " or ") + ", and move what that part must not do to a class that may."));
        }
        return role == Role.VIEW ? Stream.empty() : handlingEvents(code)
                .filter(other -> code.parts().role(other) == Role.VIEW
                        && code.parts().namedProcessor(other).filter(group::equals).isPresent())
                .limit(1)
                .map(view -> new Violation(
                        code.at(type),
                        CodeNames.of(type) + " shares the group " + group + " with the view " + CodeNames.of(view)
                                + ", and is replayed with it.",
                        "Give " + CodeNames.of(type) + " a group of its own."));
    }

    private static Rule onlyAggregatesMakeEvents() {
        return Statement.of(
                "only-aggregates-make-events", LAW,
                "Only aggregates make events",
                "An aggregate decides once for each command, and its events are numbered. An event that other code publishes was decided by no"
                        + " aggregate: it is published again with each repetition, and no aggregate knows of it.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> type.getAccessesFromSelf().stream()
                        .filter(Known.PUBLISHING::include)
                        .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                        .map(access -> new Violation(
                                code.at(access),
                                CodeNames.of(access.getOrigin()) + " calls " + access.getTargetOwner().getSimpleName() + "."
                                        + access.getTarget().getName()
                                        + ", which publishes an event that no aggregate decided on.",
                                "Send a command to the aggregate that it is about, and have that apply the event.")));
    }

    private static Rule noSagas() {
        return Statement.of(
                "no-sagas", LAW,
                "No process is an Axon saga",
                "A saga's state can't be rebuilt from events, Axon's dead letters do not cover it, and later versions of Axon have no sagas. An"
                        + " event-sourced aggregate with stateless policies does the same and can be replayed.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> UsesOf.firstOfAny(
                        type, used -> used.getName().startsWith(SAGAS) || used.getName().equals(STEREOTYPE))
                        .map(use -> new Violation(
                                code.at(use),
                                use.inWords() + ", which belongs to Axon's sagas.",
                                "Make the process an event-sourced aggregate whose policies turn events into commands.")));
    }
}
