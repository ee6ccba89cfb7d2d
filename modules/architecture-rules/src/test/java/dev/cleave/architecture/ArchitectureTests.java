package dev.cleave.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final Violation SPILL = new Violation(
            new Location("cafe.kitchen.Stove", "boil", "modules/kitchen/Stove.java", 12),
            "Stove.boil spills.",
            List.of("Stove.boil", "Pot.fill"),
            "Turn it down.");

    @Test
    void passesWhereEveryRuleIsKept() {
        ArchitectureReport report = report(new Given("calm", 3, List.of(), false));
        assertThat(report.report().verdict()).isEqualTo(new Verdict(true, 1, 1, 0, 0, 0, 0, 0));
        assertThatNoException().isThrownBy(report::assertKept);
    }

    @Test
    void failsWithRulePlaceFaultAndRemedy() {
        ArchitectureReport report = report(new Given("calm", 3, List.of(), false), new Given("dry", 3, List.of(SPILL), false));
        assertThat(report.report().verdict()).isEqualTo(new Verdict(false, 2, 1, 1, 0, 1, 0, 0));
        assertThatThrownBy(report::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Nothing that is dry is wet. [dry]
                          Why: Because.
                          modules/kitchen/Stove.java:12 (Stove.boil)
                            Stove.boil spills.
                              Stove.boil
                              Pot.fill
                            To do: Turn it down.""");
        RuleResult kept = report.report().rules().getFirst();
        assertThatNoException().isThrownBy(() -> report.assertKept(kept));
    }

    @Test
    void failsWhereARuleFindsNothingToLookAt() {
        ArchitectureReport report = report(new Given("idle", 0, List.of(), false));
        assertThat(report.report().rules().getFirst().outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(report.report().verdict().kept()).isFalse();
        assertThatThrownBy(report::assertKept).hasMessageContaining("[idle]").hasMessageContaining("nothing to look at");
    }

    @Test
    void passesWhereARuleMayFindNothing() {
        ArchitectureReport report = report(new Given("idle", 0, List.of(), true));
        assertThat(report.report().rules().getFirst().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThatNoException().isThrownBy(report::assertKept);
    }

    @Test
    void canLeaveOutTheTime() {
        assertThat(Architecture.examine(Handmade.NO_CODE).withoutTime().report().report().provenance().at()).isNull();
        assertThat(Architecture.examine(Handmade.NO_CODE).report().report().provenance().at()).isNotNull();
    }

    private static ArchitectureReport report(Rule... rules) {
        return Architecture.examine(Handmade.NO_CODE).rules(List.of(rules)).report();
    }

    private record Given(String id, int count, List<Violation> violations, boolean mayFindNothing) implements Rule {

        @Override
        public String law() {
            return "Law";
        }

        @Override
        public String sentence() {
            return "Nothing that is " + id + " is wet";
        }

        @Override
        public String reason() {
            return "Because.";
        }

        @Override
        public Examination examine(SystemCode code) {
            return Examination.of("things", count, violations);
        }
    }
}
