package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import java.util.ArrayList;
import java.util.List;

/** A command goes to one place. */
final class OneHandlerPerCommand extends StatedRule {

    OneHandlerPerCommand() {
        super(
                "one-handler-per-command",
                Laws.SAME_EVERYWHERE,
                "Every command has exactly one handler",
                "A command without a handler fails when it is first sent. Of two handlers the bus takes the one that registered last, which is"
                        + " another one in another placement.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Message> commands = code.model().messages(Message.Kind.COMMAND).toList();
        List<Violation> violations = new ArrayList<>();
        for (Message command : commands) {
            List<String> handlers = command.handlers().stream().map(Handlers::shown).distinct().toList();
            if (handlers.isEmpty()) {
                violations.add(new Violation(
                        command.location(),
                        command.name() + " has no handler.",
                        "Write its handler in " + command.context() + ", or take the command out of the published language."));
            } else if (handlers.size() > 1) {
                violations.add(new Violation(
                        command.location(),
                        command.name() + " has " + handlers.size() + " handlers.",
                        handlers,
                        "Leave the one that decides, and let it send a command of another type to the others if they have to act too."));
            }
        }
        return Examination.of("commands", commands.size(), violations);
    }
}
