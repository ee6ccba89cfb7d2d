package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.uses.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contexts ask each other nothing. */
final class NoQueryLeaves extends StatedRule {

    private static final Set<String> GATEWAYS = Set.of(
            "org.axonframework.queryhandling.QueryGateway",
            "org.axonframework.extensions.reactor.queryhandling.gateway.ReactorQueryGateway");

    private static final String QUERY = "org.axonframework.queryhandling.QueryMessage";

    NoQueryLeaves() {
        super(
                "no-query-leaves",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "No query leaves its context",
                "Who asks another context in order to answer is up only while the other is up, and as slow as the other is slow. What a context"
                        + " needs to know of another it learns from events and keeps in its own view.");
    }

    @Override
    public Examination examine(SystemCode code) {
        Map<String, Message> queries = code.model()
                .messages(Message.Kind.QUERY)
                .collect(Collectors.toMap(Message::type, Function.identity(), (one, same) -> one));
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("classes", Math.toIntExact(code.contextClasses().count()));
        examined.put("queries", queries.size());
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                for (Use use : UsesOf.first(type, used -> isOfAnother(context, queries.get(used.getName())))) {
                    violations.add(foreign(code, use, context, queries.get(use.to().getName()).context()));
                }
                Stream.<JavaCall<?>>concat(
                        type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
                        .filter(NoQueryLeaves::isByName)
                        .map(call -> byName(code, call))
                        .sorted(Comparator.comparing((Violation violation) -> violation.location().line()))
                        .forEach(violations::add);
            }
        }
        return new Examination(examined, violations);
    }

    private static boolean isOfAnother(ContextCode context, @Nullable Message query) {
        return query != null && !query.context().equals(context.name());
    }

    private static boolean isByName(JavaCall<?> call) {
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        if (call instanceof JavaConstructorCall) {
            return call.getTargetOwner().isAssignableTo(QUERY)
                    && parameters.stream().anyMatch(parameter -> parameter.getName().equals("java.lang.String"));
        }
        return GATEWAYS.contains(call.getTargetOwner().getName())
                && !parameters.isEmpty()
                && parameters.getFirst().getName().equals("java.lang.String");
    }

    private static Violation foreign(SystemCode code, Use use, ContextCode context, String owner) {
        return new Violation(
                code.at(use),
                use.inWords() + ", a query of " + owner + ".",
                "Keep what " + context.name() + " needs to know of " + owner + " in a view of " + context.name()
                        + ", built from the events that " + owner + " publishes.");
    }

    private static Violation byName(SystemCode code, JavaCall<?> call) {
        JavaClass type = call.getOriginOwner();
        return new Violation(
                code.at(type, call.getOrigin().getName(), call.getSourceCodeLocation()),
                type.getSimpleName() + "." + call.getOrigin().getName()
                        + " sends a query by its name, so that nothing tells whose it is.",
                "Send a query that has a type of its own, in the context that answers it.");
    }
}
