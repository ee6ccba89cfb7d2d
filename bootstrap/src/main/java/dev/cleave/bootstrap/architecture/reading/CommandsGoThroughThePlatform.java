package dev.cleave.bootstrap.architecture.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Targets;
import dev.cleave.platform.messaging.Commands;
import java.util.Comparator;
import java.util.List;

/** Axon's own ways to send a command are the platform's alone. */
final class CommandsGoThroughThePlatform implements Rule {

    private static final Targets AXON = Targets.of(
            "org.axonframework.commandhandling.gateway.CommandGateway", "org.axonframework.commandhandling.CommandBus#dispatch");

    @Override
    public String id() {
        return "commands-go-through-the-platform";
    }

    @Override
    public String law() {
        return Laws.SAME_EVERYWHERE;
    }

    @Override
    public String sentence() {
        return "A context sends commands through the platform alone";
    }

    @Override
    public String reason() {
        return "The platform answers a command by a value, within a bounded time, in a unit of work of its own, wherever its handler is. Axon's gateway"
                + " throws what the handler threw, in the form that it has on this side of the wire.";
    }

    @Override
    public Examination examine(SystemCode code) {
        Targets commands = Targets.of(Commands.class.getName());
        List<JavaAccess<?>> sent = code.contexts().stream()
                .flatMap(context -> context.classes().stream())
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> AXON.include(access) || commands.include(access))
                .sorted(Comparator.comparing((JavaAccess<?> access) -> access.getOriginOwner().getName())
                        .thenComparingInt(JavaAccess::getLineNumber))
                .toList();
        return Examination.of("places where commands are sent", sent.size(), sent.stream()
                .filter(AXON::include)
                .map(access -> violation(code, access))
                .toList());
    }

    private static Violation violation(SystemCode code, JavaAccess<?> access) {
        JavaClass type = access.getOriginOwner();
        return new Violation(
                code.at(type, access.getOrigin().getName(), access.getSourceCodeLocation()),
                type.getSimpleName() + "." + access.getOrigin().getName() + " calls "
                        + access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName() + " of Axon.",
                "Have " + Commands.class.getSimpleName() + " given to the class, and send the command by that.");
    }
}
