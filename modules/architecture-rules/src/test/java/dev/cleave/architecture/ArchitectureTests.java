package dev.cleave.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.FrozenViolations;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTests {

    private static final Violation SPILL = new Violation(
            new Location("cafe.kitchen.Stove", "boil", "modules/kitchen/Stove.java", 12),
            "Stove.boil spills.",
            List.of("Stove.boil", "Pot.fill"),
            "Turn it down.");

    /** What the whole build was asked for is not for these tests. */
    @BeforeEach
    void askNothing() {
        Stream.of(FrozenViolations.PROPERTY, Kept.PROPERTY, Architecture.TRAFFIC).forEach(System::clearProperty);
    }

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
        assertThatThrownBy(report::assertKept).hasMessageContaining("[idle]")
                .hasMessageContaining("nothing to look at (things: 0)")
                .hasMessageContaining("without(\"idle\")");
    }

    @Test
    void passesWhereARuleMayFindNothing() {
        ArchitectureReport report = report(new Given("idle", 0, List.of(), true));
        assertThat(report.report().rules().getFirst().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThatNoException().isThrownBy(report::assertKept);
    }

    @Test
    void putsUpWithWhatTheBaselineKnowsAndWithNoMore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("baseline.json"), """
                {"form": 1, "known": {"dry": ["cafe.kitchen.Stove#boil: Stove.boil spills.", "cafe.kitchen.Sink: gone"]}}
                """);
        ArchitectureReport frozen = Architecture.examine(Handmade.NO_CODE)
                .rules(List.of(new Given("dry", 3, List.of(SPILL), false)))
                .baseline(file)
                .report();
        assertThat(frozen.report().verdict()).isEqualTo(new Verdict(true, 2, 1, 0, 1, 0, 0, 0));
        assertThat(frozen.report().rules().getFirst())
                .returns(Outcome.FROZEN, RuleResult::outcome)
                .returns(List.of(SPILL), RuleResult::frozen)
                .returns(List.of("cafe.kitchen.Sink: gone"), RuleResult::resolved);
        assertThatNoException().isThrownBy(frozen::assertKept);

        ArchitectureReport failed = Architecture.examine(Handmade.NO_CODE)
                .rules(List.of(new Given("dry", 3, List.of(SPILL, SPILL), false)))
                .baseline(file)
                .report();
        assertThat(failed.report().verdict()).isEqualTo(new Verdict(false, 2, 1, 1, 0, 1, 0, 0));
        assertThatThrownBy(failed::assertKept).hasMessageContaining("[dry]");
    }

    @Test
    void failsWhereTheBaselineNamesARuleThatIsNotExamined(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("baseline.json"), """
                {"form": 1, "known": {
                  "dry": ["cafe.kitchen.Stove#boil: Stove.boil spills."],
                  "arid": ["cafe.kitchen.Stove#boil: Stove.boil spills."]
                }}
                """);
        ArchitectureReport report = Architecture.examine(Handmade.NO_CODE)
                .rules(List.of(new Given("dry", 3, List.of(SPILL), false)))
                .baseline(file)
                .report();
        assertThat(report.report().verdict().kept()).isFalse();
        assertThatThrownBy(report::assertKept)
                .hasMessageContaining("The baseline names only rules that are examined. [baseline-names-rules-examined]")
                .hasMessageContaining(file + ":3\n    The baseline names the rule arid, which is not examined")
                .hasMessageContaining("delete its entry")
                .hasMessageNotContaining("[dry]");
    }

    @Test
    void doesNotPassOverWhatItWasAskedForAndToldNoFileFor() {
        Architecture look = Architecture.examine(Handmade.NO_CODE).rules(List.of(new Given("calm", 3, List.of(), false)));
        asked(FrozenViolations.PROPERTY, "take", () -> assertThatIllegalStateException().isThrownBy(look::report)
                .withMessageStartingWith(
                        "-Darchitecture.baseline=take is given, but the test that looks at cafe names no baseline.")
                .withMessageContaining("Add .baseline(Path.of(\"architecture-baseline.json\")) to it"));
        asked(Kept.PROPERTY, "take", () -> assertThatIllegalStateException().isThrownBy(look::report)
                .withMessageContaining("Add .since(Path.of(\"architecture-kept.json\")) to it"));
        asked(Architecture.TRAFFIC, "run.prom", () -> assertThatIllegalStateException().isThrownBy(look::report)
                .withMessageContaining("Add .traffic(meters, Architecture.trafficAsked())"));
        asked(FrozenViolations.PROPERTY, " ", () -> assertThatNoException().isThrownBy(look::report));
    }

    @Test
    void doesNotTakeAWrongWordForNone() {
        Architecture look = Architecture.examine(Handmade.NO_CODE);
        asked(FrozenViolations.PROPERTY, "taek", () -> assertThatIllegalArgumentException().isThrownBy(look::report)
                .withMessageContaining("architecture.baseline=taek").withMessageContaining("take")
                .withMessageContaining("shrink"));
        asked(Kept.PROPERTY, "taek", () -> assertThatIllegalArgumentException().isThrownBy(look::report)
                .withMessageContaining("architecture.kept=taek").withMessageContaining("take"));
    }

    private static void asked(String property, String value, Runnable then) {
        System.setProperty(property, value);
        try {
            then.run();
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void isWrittenAsAPageWithAllOtherForms(@TempDir Path folder) {
        Path page = report(new Given("calm", 3, List.of(), false)).writeTo(folder.resolve("report"));
        assertThat(page).isRegularFile().hasFileName("index.html").hasParent(folder.resolve("report"));
        assertThat(page.resolveSibling("report.json")).isRegularFile();
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
