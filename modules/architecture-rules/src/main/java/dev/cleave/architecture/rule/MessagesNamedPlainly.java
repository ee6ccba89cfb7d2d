package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A command says what to do, an event what has happened. */
final class MessagesNamedPlainly extends StatedRule {

    private static final List<String> SUFFIXES =
            List.of("Command", "Cmd", "Event", "Evt", "Query", "Message", "Msg", "Dto", "DTO", "Request", "Payload");

    MessagesNamedPlainly() {
        super(
                "messages-named-plainly",
                Laws.HOUSE,
                "A message is named by what it says, without a suffix for what it is",
                "PlaceOrder can only be a command and OrderPlaced only an event. A name that needs a suffix to tell does not say what is to"
                        + " be done, or what has happened.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        int messages = 0;
        for (Message message : code.model().messages()) {
            if (message.kind() == Message.Kind.DEADLINE || !code.classes().contain(message.type())) {
                continue;
            }
            messages++;
            String name = message.name();
            SUFFIXES.stream()
                    .filter(suffix -> name.endsWith(suffix) && !name.equals(suffix))
                    .findFirst()
                    .ifPresent(suffix -> violations.add(new Violation(
                            message.location(),
                            "The " + message.kind().name().toLowerCase(Locale.ROOT) + " " + name + " is named with the suffix "
                                    + suffix + ".",
                            "Call it " + name.substring(0, name.length() - suffix.length())
                                    + ", or by a name that says what is to be done or has happened.")));
        }
        return Examination.of("messages", messages, violations);
    }
}
