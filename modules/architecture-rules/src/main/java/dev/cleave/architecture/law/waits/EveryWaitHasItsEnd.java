package dev.cleave.architecture.law.waits;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.StatedRule;
import dev.cleave.architecture.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** Something follows when a wait has run out. */
final class EveryWaitHasItsEnd extends StatedRule {

    EveryWaitHasItsEnd() {
        super(
                "every-wait-has-its-end",
                Laws.EVERY_WAIT_ENDS,
                "For every kind of wait that a context opens it says what follows when its time has run out",
                "What waits for an answer that never comes stays where it is for ever, with all that is held for it.");
    }

    /** A system may wait for nothing. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Wait> waits = code.model().waits();
        List<Violation> violations = new ArrayList<>();
        for (Wait wait : waits) {
            if (!wait.hasEnd()) {
                wait.opened().stream().map(Wait.Step::location).distinct().forEach(place -> violations.add(new Violation(
                        place,
                        "A wait of the kind " + wait.kind() + " is opened, and no command follows its end.",
                        remedy(code, wait))));
            }
        }
        return Examination.of("kinds of waits", waits.size(), violations);
    }

    private static String remedy(SystemCode code, Wait wait) {
        String type = code.conventions().waitType();
        String handled = "Handle the deadline " + wait.kind() + " in the context " + wait.context();
        return (type == null
                ? handled
                : handled + ", or let the " + type.substring(type.lastIndexOf('.') + 1) + " of that name make a command")
                + ", to undo what was done.";
    }
}
