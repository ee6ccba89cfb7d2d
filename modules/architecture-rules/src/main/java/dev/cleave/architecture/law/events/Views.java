package dev.cleave.architecture.law.events;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.CallPaths;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import java.util.stream.Stream;

/** A view holds what the events say, whenever it reads them, and can be dropped and derived anew. A system may know no views. */
final class Views {

    private Views() {}

    static Rule sendNothing() {
        return Statement.of(
                "views-send-nothing", OnlyTruth.LAW,
                "A view sends no commands and publishes no events",
                "A view can be dropped and rebuilt from the events at any time. A view that sends something would send all of it again, months later.")
                .all("views", Views::all)
                .violatedBy((code, view) -> {
                    Targets sending = Known.senders(code.conventions()).and(Known.PUBLISHING).and(Known.APPLYING);
                    return CallPaths.from(code, code.parts().allHandlers(view), call -> !sending.include(call.access())).to(
                            sending::include,
                            path -> CodeNames.of(path.start()) + " " + path.inWords()
                                    + ", and would do so again with each replay of the view.",
                            "Send it from a policy that handles the same event; a policy is not replayed.");
                })
                .orNone();
    }

    /** What the foundations do to keep a view is not looked into. */
    static Rule readNoClock() {
        return Statement.of(
                "views-read-no-clock", OnlyTruth.LAW,
                "A view reads no clock and no random number when it handles an event",
                "The same events must always give the same view. What a view takes from the clock or from chance is different after each replay and on"
                        + " each replica.")
                .all("views", Views::all)
                .violatedBy((code, view) -> CallPaths.from(
                        code, code.parts().eventHandlers(view), call -> code.contextOf(call.to().getOwner()).isPresent()).to(
                                Known.CLOCKS_AND_CHANCE::include,
                                path -> CodeNames.of(path.start()) + " " + path.inWords()
                                        + ", which answers differently at each replay.",
                                "Take the time from the event's @Timestamp, and have whoever applies the event put into it what is drawn."))
                .orNone();
    }

    static Rule startEmpty() {
        return Statement.of(
                "views-start-empty", OnlyTruth.LAW,
                "A view has a reset handler that empties it before a replay",
                "A view can be rebuilt from the events at any time. What it held before must be gone first: otherwise rows that a fixed bug wrote would"
                        + " stay, and totals would be counted twice.")
                .all("views", code -> all(code).filter(view -> view.getAllMethods().stream().anyMatch(code.parts()::isHandler)))
                .should(
                        (code, view) -> code.parts().isEmptied(view),
                        (code, view) -> new Violation(
                                code.at(view),
                                view.getSimpleName() + " has no @ResetHandler: a replay would add to what it holds already.",
                                "Write a method with @ResetHandler that deletes everything that " + view.getSimpleName()
                                        + " has derived."))
                .orNone();
    }

    private static Stream<JavaClass> all(SystemCode code) {
        return code.parts().playing(Role.VIEW).stream();
    }
}
