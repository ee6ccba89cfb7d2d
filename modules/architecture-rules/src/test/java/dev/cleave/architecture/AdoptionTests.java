package dev.cleave.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.law.Rules;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.FrozenViolations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What another house does with the rules, on a small system of its own: takes them up, puts up for the time being with what is broken, goes on
 * from there, and changes its messages.
 */
class AdoptionTests {

    private static final String SOURCES = "src/main/java/com/example/theatre/";
    private static final String BOOKING = "com/example/theatre/booking/seats/Booking.java";
    private static final String PERFORMANCE = "com/example/theatre/hall/performance/Performance.java";
    private static final String PLAN = "com/example/theatre/hall/plan/SeatingPlan.java";
    private static final String SEATS_TAKEN = "com/example/theatre/hall/api/SeatsTaken.java";

    @TempDir
    private Path folder;

    private ForeignProject theatre;

    @BeforeEach
    void copy() throws IOException {
        theatre = ForeignProject.copied("theatre", folder);
    }

    /** Nor what the whole build was asked for. */
    @BeforeEach
    @AfterEach
    void askNothing() {
        System.clearProperty(FrozenViolations.PROPERTY);
        System.clearProperty(Kept.PROPERTY);
        System.clearProperty(Architecture.TRAFFIC);
    }

    @Test
    void tellsWhatIsBrokenWithPlaceAndRemedyAndNothingElse() throws IOException {
        ArchitectureReport report = look();

        assertThat(report.writeTo(folder.resolve("target/architecture-report"))).isRegularFile();
        assertThat(report.report().rules())
                .filteredOn(rule -> rule.outcome() != Outcome.PASSED && rule.outcome() != Outcome.NOT_APPLICABLE)
                .extracting(RuleResult::id)
                .containsExactly("explicit-processing-groups", "aggregates-read-no-clock");
        assertThatThrownBy(report::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(SOURCES + "booking/seats/Booking.java:26 (Booking.book)")
                .hasMessageContaining(SOURCES + "hall/plan/SeatingPlan.java:12")
                .hasMessageContaining("To do: Say which processor it belongs to, by @ProcessingGroup.");
    }

    @Test
    void freezesWhatIsBrokenFailsOnWhatIsNewAndTellsWhatIsResolved() throws IOException {
        System.setProperty(FrozenViolations.PROPERTY, "take");
        assertThatNoException().isThrownBy(look()::assertKept);
        System.clearProperty(FrozenViolations.PROPERTY);
        assertThatNoException().isThrownBy(look()::assertKept);

        theatre.replace(PERFORMANCE, "if (taken", "System.nanoTime();\n        if (taken");
        assertThatThrownBy(look()::assertKept)
                .message()
                .contains("Performance.java:27")
                .doesNotContain("Booking.java", "SeatingPlan.java");

        theatre.replace(PERFORMANCE, "System.nanoTime();", "");
        theatre.replace(PLAN, "@RestController", "@RestController\n@org.axonframework.config.ProcessingGroup(\"hall.plan\")");
        ArchitectureReport mended = look();
        assertThatNoException().isThrownBy(mended::assertKept);
        assertThat(rule(mended, "explicit-processing-groups").resolved()).singleElement().asString().contains("SeatingPlan");

        System.setProperty(FrozenViolations.PROPERTY, "shrink");
        look();
        System.clearProperty(FrozenViolations.PROPERTY);
        theatre.replace(PLAN, "@org.axonframework.config.ProcessingGroup(\"hall.plan\")", "");
        assertThatThrownBy(look()::assertKept).message().contains("SeatingPlan.java").doesNotContain("Booking.java");
    }

    @Test
    void readsABaselineThatWindowsHasCheckedOut() throws IOException {
        System.setProperty(FrozenViolations.PROPERTY, "take");
        look();
        System.clearProperty(FrozenViolations.PROPERTY);
        Path baseline = theatre.resolve("architecture-baseline.json");
        Files.writeString(baseline, Files.readString(baseline).replace("\n", "\r\n"));

        assertThatNoException().isThrownBy(look()::assertKept);
    }

    @Test
    void failsWhereAStoredEventCanNoLongerBeRead() throws IOException {
        System.setProperty(Kept.PROPERTY, "take");
        look().assertEventsReadable();
        System.clearProperty(Kept.PROPERTY);
        assertThat(look().report().change().messages()).isEmpty();

        theatre.replace(SEATS_TAKEN, "int seats", "int seats, @org.jspecify.annotations.Nullable String row");
        theatre.replace(PERFORMANCE, "command.seats()));", "command.seats(), null));");
        ArchitectureReport added = look();
        assertThatNoException().isThrownBy(added::assertEventsReadable);
        assertThat(added.report().change().messages())
                .extracting(MessageChange::type)
                .containsExactly("com.example.theatre.hall.api.SeatsTaken");

        theatre.replace(SEATS_TAKEN, "int seats,", "int places,");
        theatre.replace(PERFORMANCE, "event.seats()", "event.places()");
        theatre.replace(PLAN, "event.seats()", "event.places()");
        assertThatThrownBy(look()::assertEventsReadable)
                .hasMessageContaining(SOURCES + "hall/api/SeatsTaken.java:6")
                .hasMessageContaining("seats is gone.")
                .hasMessageContaining("write an upcaster from revision 1");
    }

    @Test
    void readsSourcesThatAreNotInUnicode() throws IOException {
        Path source = theatre.resolve("src/main/java/" + PLAN);
        Files.write(source, Files.readString(source).replace("class SeatingPlan", "// café\nclass SeatingPlan")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(look()::assertKept).hasMessageContaining("SeatingPlan.java:13");
    }

    @Test
    void saysSoWhereThereIsNoSuchPackage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theatre.read(Conventions.of("Theatre", "com.example.theater")))
                .withMessageContaining("com.example.theater");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theatre.read(conventions().foundations("common")))
                .withMessageContaining("common")
                .withMessageContaining("full name");
    }

    @Test
    void saysSoWhereThereIsNoContext() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theatre.read(conventions().contextsMarkedBy("com.example.theatre.BoundedContext")))
                .withMessageContaining("com.example.theatre.BoundedContext");
    }

    private ArchitectureReport look() throws IOException {
        return Architecture.examine(theatre.read(conventions()))
                .rules(Rules.all())
                .baseline(theatre.resolve("architecture-baseline.json"))
                .since(theatre.resolve("architecture-kept.json"))
                .report();
    }

    private static Conventions conventions() {
        return Conventions.of("Theatre", "com.example.theatre");
    }

    private static RuleResult rule(ArchitectureReport report, String id) {
        return report.report().rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }
}
