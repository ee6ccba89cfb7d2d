package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import java.util.List;

/** Events say which form of theirs it is. */
final class EventsHaveRevisions extends StatedRule {

    EventsHaveRevisions() {
        super(
                "events-have-revisions",
                Laws.READABLE_FOREVER,
                "Every event names its revision",
                "An event is stored with the revision that its type names. Only by it can a later build tell the old form from the new one, and it"
                        + " can't be added afterwards to what is already stored.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Message> events = code.model().messages(Message.Kind.EVENT).toList();
        List<Violation> violations = events.stream()
                .filter(event -> event.revision() == null || event.revision().isBlank())
                .map(event -> new Violation(
                        event.location(),
                        event.name() + " names no revision.",
                        "Annotate it with @Revision(\"1\"), and raise the number whenever its form changes."))
                .toList();
        return Examination.of("events", events.size(), violations);
    }
}
