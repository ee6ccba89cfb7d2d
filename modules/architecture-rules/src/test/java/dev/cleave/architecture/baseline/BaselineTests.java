package dev.cleave.architecture.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cleave.architecture.baseline.Baseline.Request;
import dev.cleave.architecture.baseline.Baseline.Split;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTests {

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
        Baseline baseline = Baseline.at(file);

        assertThat(baseline.present()).isFalse();
        assertThat(baseline.split(RULE, List.of(at("A", 1)))).isEqualTo(new Split(List.of(at("A", 1)), List.of(), List.of()));
    }

    @Test
    void whatWasTakenIsFrozenAlsoWhenLinesHaveMoved() {
        take(at("A", 1), at("B", 2));

        Split split = Baseline.at(file).split(RULE, List.of(at("A", 17), at("C", 3)));

        assertThat(split.frozen()).containsExactly(at("A", 17));
        assertThat(split.fresh()).containsExactly(at("C", 3));
        assertThat(split.resolved()).containsExactly(at("B", 2).key());
    }

    @Test
    void twoEqualOnesCoverTwoAndNotAThird() {
        take(at("A", 1), at("A", 2));

        Split split = Baseline.at(file).split(RULE, List.of(at("A", 5), at("A", 6), at("A", 7)));

        assertThat(split.frozen()).containsExactly(at("A", 5), at("A", 6));
        assertThat(split.fresh()).containsExactly(at("A", 7));
        assertThat(Baseline.at(file).split(RULE, List.of(at("A", 5))).resolved()).containsExactly(at("A", 1).key());
    }

    @Test
    void whatOneRuleKnowsCoversNothingOfAnother() {
        take(at("A", 1));

        assertThat(Baseline.at(file).split("another-rule", List.of(at("A", 1))).fresh()).containsExactly(at("A", 1));
    }

    @Test
    void staysAsItIsUnlessAskedToChange() {
        take(at("A", 1), at("B", 2));

        Baseline.at(file).after(Request.NONE, Map.of(RULE, List.of(at("C", 3)))).write(null);

        assertThat(Baseline.at(file).split(RULE, List.of()).resolved()).containsExactly(at("A", 1).key(), at("B", 2).key());
    }

    @Test
    void shrinksByWhatIsResolvedAndTakesNothingIn() {
        take(at("A", 1), at("A", 2), at("B", 3));

        Baseline.at(file).after(Request.SHRINK, Map.of(RULE, List.of(at("A", 1), at("C", 4)))).write(null);

        assertThat(Baseline.at(file).split(RULE, List.of()).resolved()).containsExactly(at("A", 1).key());
    }

    @Test
    void tellsRulesThatThereAreNotAndKeepsThemWhenItShrinks() {
        Baseline.at(file)
                .after(Request.TAKE, Map.of(RULE, List.of(at("A", 1)), "a-rule-of-old", List.of(at("B", 1))))
                .write(null);

        Baseline shrunk = Baseline.at(file).after(Request.SHRINK, Map.of(RULE, List.of()));

        assertThat(Baseline.at(file).unknownRules(List.of(RULE))).containsExactly("a-rule-of-old");
        assertThat(shrunk.unknownRules(List.of(RULE))).containsExactly("a-rule-of-old");
        assertThat(shrunk.size()).isEqualTo(1);
    }

    @Test
    void losesRulesThatThereAreNotWhenTakenAnew() {
        take(at("A", 1));

        Baseline taken = Baseline.at(file).after(Request.TAKE, Map.of("another-rule", List.of(at("B", 1))));

        assertThat(taken.unknownRules(List.of("another-rule"))).isEmpty();
        assertThat(taken.size()).isEqualTo(1);
    }

    @Test
    void isNotWrittenOnABuildServer() {
        Baseline taken = Baseline.at(file).after(Request.TAKE, Map.of(RULE, List.of(at("A", 1))));

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
        assertThatIllegalStateException().isThrownBy(() -> Baseline.at(file)).withMessageContaining("not a baseline");
        Files.writeString(file, "{ \"form\": 9, \"known\": {} }");
        assertThatIllegalStateException().isThrownBy(() -> Baseline.at(file)).withMessageContaining("form 9");
        Files.writeString(file, "{ \"form\": 1 }");
        assertThatIllegalStateException().isThrownBy(() -> Baseline.at(file)).withMessageContaining("says nothing");
    }

    @Test
    void isAskedByOneWordAndNoOther() {
        assertThat(Request.of(null)).isEqualTo(Request.NONE);
        assertThat(Request.of("take")).isEqualTo(Request.TAKE);
        assertThat(Request.of(" Shrink ")).isEqualTo(Request.SHRINK);
        assertThatIllegalArgumentException().isThrownBy(() -> Request.of("true")).withMessageContaining("take");
    }

    private void take(Violation... violations) {
        Baseline.at(file).after(Request.TAKE, Map.of(RULE, List.of(violations))).write(null);
    }

    private static Violation at(String type, int line) {
        return new Violation(new Location("shop." + type, "on", null, line), "Reads the clock.", "Take the event's time.");
    }
}
