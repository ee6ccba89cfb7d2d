package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Contexts ask each other nothing. */
final class QueriesOfOthers {

    private static final Set<String> GATEWAYS = Set.of(
            "org.axonframework.queryhandling.QueryGateway",
            "org.axonframework.extensions.reactor.queryhandling.gateway.ReactorQueryGateway");
    private static final String QUERY = "org.axonframework.queryhandling.QueryMessage";

    private QueriesOfOthers() {}

    static Stream<Violation> sentBy(SystemCode code, JavaClass type) {
        String context = code.contextOf(type).orElseThrow().name();
        return Stream.concat(
                UsesOf.first(type, used -> query(code, used).filter(query -> !query.context().equals(context)).isPresent())
                        .map(use -> {
                            String owner = query(code, use.to()).orElseThrow().context();
                            return new Violation(
                                    code.at(use),
                                    use.inWords() + ", a query of " + owner + ".",
                                    "Keep what " + context + " needs to know of " + owner + " in a view of " + context
                                            + ", built from the events that " + owner + " publishes.");
                        }),
                Stream.<JavaCall<?>>concat(type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
                        .filter(QueriesOfOthers::isByName)
                        .sorted(Comparator.comparing(JavaCall::getLineNumber))
                        .map(call -> new Violation(
                                code.at(call),
                                type.getSimpleName() + "." + call.getOrigin().getName()
                                        + " sends a query by its name, so that nothing tells whose it is.",
                                "Send a query that has a type of its own, in the context that answers it.")));
    }

    private static Optional<Message> query(SystemCode code, JavaClass type) {
        return code.model().message(type.getName()).filter(message -> message.kind() == Kind.QUERY);
    }

    private static boolean isByName(JavaCall<?> call) {
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        if (call instanceof JavaConstructorCall) {
            return call.getTargetOwner().isAssignableTo(QUERY) && parameters.stream().anyMatch(QueriesOfOthers::isText);
        }
        return GATEWAYS.contains(call.getTargetOwner().getName()) && !parameters.isEmpty() && isText(parameters.getFirst());
    }

    private static boolean isText(JavaClass type) {
        return type.isEquivalentTo(String.class);
    }
}
