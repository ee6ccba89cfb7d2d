package dev.cleave.architecture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.ArchConfiguration;
import dev.cleave.architecture.Handmade;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.FrozenViolations.Request;
import dev.cleave.architecture.rule.FrozenViolations.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenViolationsTests {

    private static final String RULE = "aggregates-read-no-clock";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("kept/architecture-baseline.json");
    }

    @Test
    void withoutAFileEverythingIsNew() {
        assertThat(split(Request.NONE, at("A", 1))).isEqualTo(new Split(List.of(at("A", 1)), List.of(), List.of()));
    }

    @Test
    void readsAFileThatAnEarlierBuildWrote() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {
                  "form" : 1,
                  "known" : {
                    "aggregates-read-no-clock" : [
                      "shop.A#on: Reads the clock.",
                      "shop.B#on: Reads the clock."
                    ]
                  }
                }
                """);

        assertThat(split(Request.NONE, at("A", 17), at("C", 1)))
                .isEqualTo(new Split(List.of(at("C", 1)), List.of(at("A", 17)), List.of(at("B", 2).key())));
    }

    @Test
    void whatWasTakenIsFrozenAlsoWhenLinesHaveMoved() {
        take(at("A", 1), at("B", 2));

        Split split = split(Request.NONE, at("A", 17), at("C", 3));

        assertThat(split.frozen()).containsExactly(at("A", 17));
        assertThat(split.fresh()).containsExactly(at("C", 3));
        assertThat(split.resolved()).containsExactly(at("B", 2).key());
    }

    @Test
    void twoEqualOnesCoverTwoAndNotAThird() {
        take(at("A", 1), at("A", 2));

        Split split = split(Request.NONE, at("A", 5), at("A", 6), at("A", 7));

        assertThat(split.frozen()).containsExactly(at("A", 5), at("A", 6));
        assertThat(split.fresh()).containsExactly(at("A", 7));
        assertThat(split(Request.NONE, at("A", 5)).resolved()).containsExactly(at("A", 1).key());
    }

    @Test
    void whatOneRuleKnowsCoversNothingOfAnother() {
        take(at("A", 1));

        assertThat(split(FrozenViolations.in(file, Request.NONE), "another-rule", at("A", 1)).fresh())
                .containsExactly(at("A", 1));
    }

    @Test
    void staysAsItIsUnlessAskedToChange() {
        take(at("A", 1), at("B", 2));

        change(Request.NONE, RULE, at("C", 3));

        assertThat(split(Request.NONE).resolved()).containsExactly(at("A", 1).key(), at("B", 2).key());
    }

    @Test
    void takesNothingInBecauseArchUnitIsConfiguredTo() {
        take(at("A", 1));

        ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setProperty("freeze.refreeze", "true");
            assertThat(split(Request.NONE, at("A", 1), at("B", 2)).fresh()).containsExactly(at("B", 2));
        });
    }

    @Test
    void shrinksByWhatIsResolvedAndTakesNothingIn() {
        take(at("A", 1), at("A", 2), at("B", 3));

        change(Request.SHRINK, RULE, at("A", 1), at("C", 4));

        assertThat(split(Request.NONE).resolved()).containsExactly(at("A", 1).key());
    }

    @Test
    void keepsRulesThatThereAreNotWhenItShrinksAndLosesThemWhenTakenAnew() {
        change(Request.TAKE, "a-rule-of-old", at("B", 1));

        change(Request.SHRINK, RULE);
        assertThat(FrozenViolations.in(file, Request.NONE).rules()).containsExactly("a-rule-of-old");

        take(at("A", 1));
        assertThat(FrozenViolations.in(file, Request.NONE).rules()).containsExactly(RULE);
    }

    @Test
    void isNotWrittenOnABuildServer() {
        FrozenViolations taken = FrozenViolations.in(file, Request.TAKE);
        split(taken, RULE, at("A", 1));

        assertThatIllegalStateException().isThrownBy(() -> taken.write("true")).withMessageContaining("build server");
        assertThat(file).doesNotExist();

        taken.write("false");
        assertThat(file).exists();
    }

    @Test
    void isTheSameFileForTheSameViolationsInWhateverOrder() throws Exception {
        take(at("A", 1), at("B", 2));
        String first = Files.readString(file);
        take(at("B", 7), at("A", 9));

        assertThat(Files.readString(file)).isEqualTo(first).endsWith("}\n");
    }

    @Test
    void givesEachViolationALineOfItsOwn() throws Exception {
        take(at("A", 1), at("B", 2));

        assertThat(Files.readAllLines(file)).anyMatch(line -> line.contains(at("A", 1).key()))
                .noneMatch(line -> line.contains(at("A", 1).key()) && line.contains(at("B", 2).key()));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoBaseline() throws Exception {
        Files.createDirectories(file.getParent());

        Files.writeString(file, "{ \"form\": 1, \"known\": [");
        assertThatIllegalStateException().isThrownBy(() -> FrozenViolations.in(file, Request.NONE))
                .withMessageContaining("not a baseline");
        Files.writeString(file, "{ \"form\": 9, \"known\": {} }");
        assertThatIllegalStateException().isThrownBy(() -> FrozenViolations.in(file, Request.NONE))
                .withMessageContaining("form 9");
        Files.writeString(file, "{ \"form\": 1 }");
        assertThatIllegalStateException().isThrownBy(() -> FrozenViolations.in(file, Request.NONE))
                .withMessageContaining("says nothing");
    }

    @Test
    void isAskedByOneWordAndNoOther() {
        assertThat(Request.of(null)).isEqualTo(Request.NONE);
        assertThat(Request.of("take")).isEqualTo(Request.TAKE);
        assertThat(Request.of(" Shrink ")).isEqualTo(Request.SHRINK);
        assertThatIllegalArgumentException().isThrownBy(() -> Request.of("true")).withMessageContaining("take");
    }

    private void take(Violation... violations) {
        change(Request.TAKE, RULE, violations);
    }

    private void change(Request request, String rule, Violation... found) {
        FrozenViolations frozen = FrozenViolations.in(file, request);
        split(frozen, rule, found);
        frozen.write(null);
    }

    private Split split(Request request, Violation... found) {
        return split(FrozenViolations.in(file, request), RULE, found);
    }

    private static Split split(FrozenViolations frozen, String rule, Violation... found) {
        return frozen.split(
                Statement.of(rule, "Law", "A sentence", "A reason.").examinedBy(code -> Examination.of("things", 1, List.of())),
                Handmade.NO_CODE.classes(),
                List.of(found));
    }

    private static Violation at(String type, int line) {
        return new Violation(new Location("shop." + type, "on", null, line), "Reads the clock.", "Take the event's time.");
    }
}
