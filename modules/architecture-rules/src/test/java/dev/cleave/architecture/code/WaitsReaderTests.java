package dev.cleave.architecture.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.model.Wait.Length;
import dev.cleave.architecture.model.Wait.Step;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitsReaderTests {

    private static final String CLINIC = "dev.cleave.architecture.code.clinic";
    private static final SystemModel MODEL = CodeReader.of(
            Conventions.of("Clinic", CLINIC)
                    .foundations(CLINIC + ".platform")
                    .waits(CLINIC + ".platform.Waits")
                    .waitType(CLINIC + ".platform.Wait"),
            new ClassFileImporter().importPackages(CLINIC),
            Sources.in(Path.of(""), List.of(Path.of("src/test/java")), List.of(), List.of())).model();

    @Test
    void everyWaitThatIsDeclaredAndEveryDeadlineIsFound() {
        assertThat(MODEL.waits("ward")).extracting(Wait::kind)
                .containsExactly("blood-again", "blood-deadline", "heart-again", "heart-deadline", "meal", "sleep", "stay");
    }

    @Test
    void aLengthIsThatOfItsSetting() {
        assertThat(wait("meal").lengths()).containsExactly(new Length("clinic.stay.between-meals", "4h"));
        assertThat(wait("stay").lengths()).containsExactly(new Length("clinic.stay.longest", null));
        assertThat(wait("blood-again").lengths()).containsExactly(new Length("clinic.stay.blood-test", "10m"));
        assertThat(wait("heart-again").lengths())
                .containsExactly(new Length("clinic.stay.heart-test", "PT1H"), new Length(null, "PT30S"));
        assertThat(wait("sleep").lengths()).containsExactly(new Length(null, "PT8H"));
    }

    @Test
    void whatOpensAndClosesAWaitIsToldApartAlsoWhereAHelperDoesIt() {
        assertThat(wait("meal").opened()).extracting(WaitsReaderTests::on).containsExactly("Arrived", "Fed");
        assertThat(wait("meal").closed()).extracting(WaitsReaderTests::on).containsExactly("Left");
        assertThat(wait("blood-again").opened()).extracting(WaitsReaderTests::on).containsExactly("Arrived");
        assertThat(wait("blood-again").closed()).extracting(WaitsReaderTests::on).containsExactly("Answered");
        assertThat(wait("heart-deadline").opened()).extracting(WaitsReaderTests::on).containsExactly("Tested");
        assertThat(wait("heart-deadline").closed()).isEmpty();
        assertThat(wait("sleep").opened()).extracting(WaitsReaderTests::on).containsExactly("Feed");
        assertThat(wait("sleep").closed()).extracting(WaitsReaderTests::on).containsExactly("Wake");
        Location arrived = wait("meal").opened().getFirst().location();
        assertThat(arrived.file()).endsWith("ward/stay/Meals.java");
        assertThat(arrived.line()).isBetween(26, 31);
    }

    @Test
    void whatEndsItIsTheCommandThatItIsDeclaredWith() {
        assertThat(sends("meal")).containsExactly("Feed");
        assertThat(sends("stay")).containsExactly("Discharge");
        assertThat(sends("blood-again")).containsExactly("AskLaboratory");
        assertThat(sends("heart-again")).containsExactly("AskLaboratory");
        assertThat(sends("blood-deadline")).containsExactly("GiveUpTest");
        assertThat(sends("sleep")).containsExactly("Left");
        assertThat(wait("stay").ends()).singleElement().satisfies(place -> {
            assertThat(place.member()).isEqualTo("STAY");
            assertThat(place.file()).endsWith("StayWait.java");
        });
        assertThat(wait("meal").hasEnd()).isTrue();
    }

    @Test
    void aDeadlineWhoseNameTheCodeDoesNotTellIsCalledByWhatOpensIt() {
        assertThat(MODEL.waits("visit")).singleElement().satisfies(wait -> {
            assertThat(wait.kind()).isEqualTo("Bells.on");
            assertThat(wait.lengths()).isEmpty();
            assertThat(wait.hasEnd()).isTrue();
        });
    }

    @Test
    void aWaitThatNothingFollowsIsSeen() {
        assertThat(wait("heart-deadline").hasEnd()).isFalse();
        assertThat(sends("heart-deadline")).isEmpty();
    }

    private static Wait wait(String kind) {
        return MODEL.waits("ward").stream().filter(wait -> wait.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static List<String> sends(String kind) {
        return wait(kind).sends().stream().map(Names::simple).toList();
    }

    private static String on(Step step) {
        return String.join(" ", step.on().stream().map(Names::simple).toList());
    }
}
