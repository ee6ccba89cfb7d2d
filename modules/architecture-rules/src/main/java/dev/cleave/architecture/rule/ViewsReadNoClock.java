package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import java.util.ArrayList;
import java.util.List;

/** A view holds what the events say, whenever it reads them. What the foundations do to keep it is not looked into. */
final class ViewsReadNoClock extends StatedRule {

    ViewsReadNoClock() {
        super(
                "views-read-no-clock",
                Laws.ONLY_TRUTH,
                "A view reads no clock and draws no lots when it handles an event",
                "A view is derived: read again, the same events must give the same view. What it takes from the clock or from chance is another"
                        + " thing after each replay, and on each replica.");
    }

    /** A system may know no views. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        List<JavaClass> views = code.parts().playing(Role.VIEW);
        for (JavaClass view : views) {
            violations.addAll(Ways.to(
                    Known.CLOCKS_AND_CHANCE::include,
                    code.calls().reach(
                            code.parts().eventHandlers(view), call -> code.contextOf(call.to().getOwner()).isPresent()),
                    (way, access) -> new Violation(
                            way.place(code),
                            Ways.name(way.start()) + " " + way.inWords() + ", which answers differently at each replay.",
                            way.steps(code),
                            "Take the time from the event's @Timestamp, and have whoever applies the event put into it what is drawn.")));
        }
        return Examination.of("views", views.size(), violations.stream().distinct().toList());
    }
}
