package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A refusal is a value. Told by what exceptions a command handler and all it calls make: one that is made and caught again on the way is
 * taken for thrown if it is unchecked, because byte code does not tell which catch is meant for it.
 */
final class HandlersThrowNoOwnExceptions extends StatedRule {

    HandlersThrowNoOwnExceptions() {
        super(
                "handlers-throw-no-own-exceptions",
                Laws.SAME_EVERYWHERE,
                "A command handler throws no exception type of a context",
                "An exception type exists on the side that throws it. Whoever sends the command from another process gets something else,"
                        + " and code that catches it works in one placement only. A code, a message and details travel everywhere.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        List<JavaCodeUnit> handlers = code.parts().commandHandlers();
        for (JavaCodeUnit handler : handlers) {
            violations.addAll(Ways.to(
                    access -> throwsOwn(code, handler, access),
                    code.calls().reach(List.of(handler), call -> true),
                    (way, access) -> new Violation(
                            way.place(code),
                            Ways.signature(handler) + " " + way.inWords() + ", an exception that only its own context knows.",
                            way.steps(code),
                            "Refuse the command with a failure code of the context's published language.")));
        }
        return Examination.of("command handlers", handlers.size(), violations);
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
