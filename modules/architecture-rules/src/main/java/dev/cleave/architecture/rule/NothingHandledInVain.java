package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import java.util.ArrayList;
import java.util.List;

/** What is handled is made somewhere. */
final class NothingHandledInVain extends StatedRule {

    NothingHandledInVain() {
        super(
                "nothing-handled-in-vain",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "Every message that is handled is sent by someone",
                "A handler of what nobody sends is dead code that is read, tested and believed, or a sign that the sender was forgotten: the process"
                        + " then stops at that point.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Message> handled = code.model().messages().stream()
                .filter(message -> !message.handlers().isEmpty())
                .filter(message -> code.classes().contain(message.type()) || message.kind() == Message.Kind.DEADLINE)
                .toList();
        List<Violation> violations = new ArrayList<>();
        for (Message message : handled) {
            if (message.senders().isEmpty()) {
                for (Message.Handler handler : message.handlers()) {
                    violations.add(new Violation(
                            handler.location(),
                            Handlers.named(handler) + " handles " + message.name() + ", which nobody " + verb(message.kind())
                                    + ".",
                            "Let the one to whom it happens " + infinitive(message.kind())
                                    + " it, or take the handler and the message out."));
                }
            }
        }
        return Examination.of("messages that are handled", handled.size(), violations);
    }

    private static String verb(Message.Kind kind) {
        return switch (kind) {
            case EVENT -> "applies";
            case DEADLINE -> "schedules";
            case COMMAND, QUERY -> "sends";
        };
    }

    private static String infinitive(Message.Kind kind) {
        return switch (kind) {
            case EVENT -> "apply";
            case DEADLINE -> "schedule";
            case COMMAND, QUERY -> "send";
        };
    }
}
