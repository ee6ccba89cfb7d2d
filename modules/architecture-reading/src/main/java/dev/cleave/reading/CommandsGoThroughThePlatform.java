package dev.cleave.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Targets;
import dev.cleave.platform.messaging.Commands;
import java.util.Comparator;
import java.util.stream.Stream;

/** Axon's own ways to send a command are the platform's alone. */
final class CommandsGoThroughThePlatform {

    private static final Targets AXON = Targets.of(
            "org.axonframework.commandhandling.gateway.CommandGateway", "org.axonframework.commandhandling.CommandBus#dispatch");
    private static final Targets OURS = Targets.of(Commands.class.getName());

    private CommandsGoThroughThePlatform() {}

    static Rule rule() {
        return Statement.of(
                "commands-go-through-the-platform", Laws.SAME_EVERYWHERE,
                "A context sends commands through the platform alone",
                "The platform answers a command by a value, within a bounded time, in a unit of work of its own, wherever its handler is. Axon's gateway"
                        + " throws what the handler threw, in the form that it has on this side of the wire.")
                .all("places where commands are sent", CommandsGoThroughThePlatform::sent)
                .should(
                        (code, access) -> !AXON.include(access),
                        (code, access) -> new Violation(
                                code.at(access),
                                access.getOriginOwner().getSimpleName() + "." + access.getOrigin().getName() + " calls "
                                        + access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName()
                                        + " of Axon.",
                                "Have " + Commands.class.getSimpleName() + " given to the class, and send the command by that."));
    }

    private static Stream<JavaAccess<?>> sent(SystemCode code) {
        return code.contextClasses().flatMap(type -> type.getAccessesFromSelf().stream()
                .filter(access -> AXON.include(access) || OURS.include(access))
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber)));
    }
}
