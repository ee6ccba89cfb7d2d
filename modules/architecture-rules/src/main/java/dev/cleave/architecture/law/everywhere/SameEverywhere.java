package dev.cleave.architecture.law.everywhere;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.rule.CallPaths;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.List;
import java.util.stream.Stream;

/** A message looks alike and is handled alike wherever its handler runs. */
public final class SameEverywhere {

    static final String LAW = Laws.SAME_EVERYWHERE;

    private SameEverywhere() {}

    public static List<Rule> rules() {
        return List.of(oneHandlerPerCommand(), handlersThrowNoOwnExceptions(), NoSharedState.rule(), NoCommandCycles.rule());
    }

    private static Rule oneHandlerPerCommand() {
        return Statement.of(
                "one-handler-per-command", LAW,
                "Every command has exactly one handler",
                "A command without a handler fails when it is first sent. If there are two handlers, the bus takes the one that registered last, and which"
                        + " one that is depends on the deployment.")
                .all("commands", code -> code.model().messages(Kind.COMMAND))
                .violatedBy((code, command) -> {
                    List<String> handlers = command.handlers().stream()
                            .map(handler -> handler.named() + " (" + handler.location().shown() + ")")
                            .distinct()
                            .toList();
                    return switch (handlers.size()) {
                        case 0 -> Stream.of(new Violation(
                                command.location(),
                                command.name() + " has no handler.",
                                "Write its handler in " + command.context()
                                        + ", or take the command out of the published language."));
                        case 1 -> Stream.empty();
                        default -> Stream.of(new Violation(
                                command.location(),
                                command.name() + " has " + handlers.size() + " handlers.",
                                handlers,
                                "Leave the one that decides, and let it send a command of another type to the others if they have to act too."));
                    };
                });
    }

    /**
     * A refusal is a value. Told by what exceptions a command handler and all it calls make: one that is made and caught again on the way is
     * taken for thrown if it is unchecked, because byte code does not tell which catch is meant for it.
     */
    private static Rule handlersThrowNoOwnExceptions() {
        return Statement.of(
                "handlers-throw-no-own-exceptions", LAW,
                "A command handler throws no exception type of a context",
                "An exception type exists only on the side that throws it. A sender in another process gets another exception, so code that catches the"
                        + " type works in one deployment only. A failure code, a message and details travel everywhere.")
                .all("command handlers", code -> code.parts().commandHandlers().stream())
                .violatedBy((code, handler) -> CallPaths.from(code, List.of(handler), call -> true).to(
                        access -> throwsOwn(code, handler, access),
                        path -> CodeNames.signature(handler) + " " + path.inWords()
                                + ", an exception that only its own context knows.",
                        "Refuse the command with a failure code of the context's published language."));
    }

    private static boolean throwsOwn(SystemCode code, JavaCodeUnit handler, JavaAccess<?> access) {
        JavaClass made = access.getTargetOwner();
        return access.getTarget().getName().equals("<init>")
                && made.isAssignableTo(Throwable.class)
                && code.contextOf(made).isPresent()
                && !(access.getOrigin().isConstructor() && access.getOriginOwner().isAssignableTo(made.getName()))
                && (made.isAssignableTo(RuntimeException.class)
                        || made.isAssignableTo(Error.class)
                        || handler.getExceptionTypes().stream().anyMatch(declared -> made.isAssignableTo(declared.getName())));
    }
}
