package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.List;

/** An aggregate stands alone. */
final class AggregatesCallNoOne extends StatedRule {

    AggregatesCallNoOne() {
        super(
                "aggregates-call-no-one",
                Laws.ONLY_TRUTH,
                "An aggregate does no input or output and calls no one",
                "An aggregate is rebuilt from its events and decides while others wait for it. What it reads elsewhere is not in its"
                        + " events, and what it does elsewhere is not undone when its command is refused or tried again.");
    }

    @Override
    public Examination examine(SystemCode code) {
        Targets others = Known.outside(code.conventions())
                .and(Known.STORE)
                .and(Known.senders(code.conventions()))
                .and(Known.ASKING)
                .and(Known.PUBLISHING)
                .and(Known.ELSEWHERE)
                .and(Known.SURROUNDINGS);
        List<Violation> violations = new ArrayList<>();
        for (List<JavaCodeUnit> entered : code.parts().aggregateCode()) {
            violations.addAll(Ways.to(
                    access -> others.include(access) || isBean(code, access.getTargetOwner()),
                    code.calls().reach(
                            entered,
                            call -> !others.include(call.access()) && !isBean(code, call.to().getOwner())),
                    (way, access) -> new Violation(
                            way.place(code),
                            Ways.name(way.start()) + " " + way.inWords() + ": that is not for an aggregate to do.",
                            way.steps(code),
                            "Have the sender, or a command handler outside the aggregate, look up what is needed and put it into the"
                                    + " command; do what follows in a policy or a gateway that reads the event.")));
        }
        return Examination.of("aggregates", code.parts().aggregates().size(), violations);
    }

    /** Aggregates are made by a container too; they are what is looked at. */
    private static boolean isBean(SystemCode code, JavaClass type) {
        return code.classes().contain(type.getName()) && code.parts().isManaged(type) && !code.parts().isAggregate(type);
    }
}
