package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;

/** An aggregate decides by its events and the command, at whatever time. */
final class AggregatesReadNoClock extends StatedRule {

    AggregatesReadNoClock() {
        super(
                "aggregates-read-no-clock",
                Laws.ONLY_TRUTH,
                "An aggregate reads no clock and draws no lots",
                "What an aggregate decides must follow from its events and the command alone. Where it asks the time, or chance, the same"
                        + " command decided again, after a lost race or on another machine, comes out otherwise, and no test can pin it.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        for (List<JavaCodeUnit> entered : code.parts().aggregateCode()) {
            violations.addAll(Ways.to(
                    Known.CLOCKS_AND_CHANCE::include,
                    code.calls().reach(entered, call -> true),
                    (way, access) -> new Violation(
                            way.place(code),
                            Ways.name(way.start()) + " " + way.inWords() + ", which answers differently each time.",
                            way.steps(code),
                            "Take the time from the event's or the command's metadata, and have the sender put what is drawn or"
                                    + " read into the command.")));
        }
        return Examination.of("aggregates", code.parts().aggregates().size(), violations);
    }
}
