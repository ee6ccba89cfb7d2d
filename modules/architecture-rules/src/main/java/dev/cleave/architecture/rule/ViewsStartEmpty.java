package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import java.util.List;

/** A view can be dropped and derived anew. */
final class ViewsStartEmpty extends StatedRule {

    ViewsStartEmpty() {
        super(
                "views-start-empty",
                Laws.ONLY_TRUTH,
                "A view says how it is emptied before it is derived anew",
                "A view is what the events say, so it can be derived again at any time. Whatever it held before must be gone by then: rows of a"
                        + " mistake that was mended would stay, and what adds up would be counted twice.");
    }

    /** A system may know no views. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        List<JavaClass> views = code.parts().playing(Role.VIEW).stream()
                .filter(view -> view.getAllMethods().stream().anyMatch(code.parts()::isHandler))
                .toList();
        List<Violation> violations = views.stream()
                .filter(view -> !code.parts().isEmptied(view))
                .map(view -> new Violation(
                        code.at(view),
                        view.getSimpleName() + " has no @ResetHandler: a replay would add to what it holds already.",
                        "Write a method with @ResetHandler that deletes everything that " + view.getSimpleName()
                                + " has derived."))
                .toList();
        return Examination.of("views", views.size(), violations);
    }
}
