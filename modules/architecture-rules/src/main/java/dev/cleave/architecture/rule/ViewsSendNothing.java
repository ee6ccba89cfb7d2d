package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.List;

/** A view is what has happened, seen from some side. */
final class ViewsSendNothing extends StatedRule {

    ViewsSendNothing() {
        super(
                "views-send-nothing",
                Laws.ONLY_TRUTH,
                "A view sends no commands and publishes no events",
                "A view can be dropped and rebuilt from the events at any time. One that sends would send everything again, months later.");
    }

    /** A system may know no views. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Targets sending = Known.senders(code.conventions()).and(Known.PUBLISHING).and(Known.APPLYING);
        List<Violation> violations = new ArrayList<>();
        List<JavaClass> views = code.parts().playing(Role.VIEW);
        for (JavaClass view : views) {
            violations.addAll(Ways.to(
                    sending::include,
                    code.calls().reach(code.parts().allHandlers(view), call -> !sending.include(call.access())),
                    (way, access) -> new Violation(
                            way.place(code),
                            Ways.name(way.start()) + " " + way.inWords()
                                    + ", and would do so again with each replay of the view.",
                            way.steps(code),
                            "Send it from a policy that handles the same event; a policy is not replayed.")));
        }
        return Examination.of("views", views.size(), violations.stream().distinct().toList());
    }
}
