package dev.cleave.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cleave.architecture.Architecture;
import dev.cleave.architecture.ArchitectureReport;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.deployment.report.MeasuredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what the build read of this system against its rules, and leaves the report in {@code target/architecture-report}, whatever the outcome. */
class ArchitectureTests {

    private static final Path FOLDER = Path.of("target/architecture-report");

    private static ArchitectureReport report;
    private static Path page;

    @BeforeAll
    static void report() {
        List<Path> run = Architecture.trafficAsked().stream().map(CleaveSystem.root()::resolve).toList();
        report = new ArchitectureReport(run.isEmpty() ? CleaveSystem.REPORT : MeasuredRun.on(CleaveSystem.REPORT, run));
        page = report.writeTo(FOLDER);
        System.out.println("The architecture report is at " + page.toAbsolutePath().normalize());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsKept() {
        return report.report().rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> {
                    assumeThat(rule.outcome()).as("the rule applies").isNotEqualTo(Outcome.NOT_APPLICABLE);
                    report.assertKept(rule);
                }));
    }

    @Test
    void whatIsStoredCanStillBeRead() {
        report.assertEventsReadable();
    }

    @Test
    void everyMessageIsTheSameWhenReadBack() {
        assertThat(report.report().roundTrips()).hasSizeGreaterThan(100)
                .allSatisfy(message -> assertThat(message.kept()).as("%s: %s", message.type(), message.evidence()).isTrue());
    }

    /** As they stand in stores: a wait under another name would never end. */
    @Test
    void everyWaitKeepsTheNameItIsStoredUnder() {
        assertThat(report.report().waits()).extracting(wait -> wait.context() + " " + wait.kind()).contains(
                "notification mail",
                "ordering cancellation", "ordering charge", "ordering dispatch", "ordering payment", "ordering refund",
                "ordering reservation",
                "payment authorisation-deadline", "payment authorisation-unanswered",
                "payment cancellation-deadline", "payment cancellation-unanswered",
                "payment capture-deadline", "payment capture-unanswered",
                "payment refund-deadline", "payment refund-unanswered",
                "shipping delivery");
    }

    @Test
    void everyWaitHasAnEndAndALength() {
        assertThat(report.report().waits()).hasSizeGreaterThan(15).allSatisfy(wait -> {
            assertThat(wait.hasEnd()).as(wait.kind()).isTrue();
            assertThat(wait.sends()).as(wait.kind()).hasSize(1);
            assertThat(wait.closed()).as(wait.kind()).isNotEmpty();
            assertThat(wait.lengths()).as(wait.kind()).isNotEmpty()
                    .allSatisfy(length -> assertThat(length.setting()).startsWith("cleave." + wait.context() + "."));
        });
    }

    @Test
    void theDocumentNamesEveryRuleBesideItsLaw() throws IOException {
        List<String> lines = Files.readAllLines(CleaveSystem.root().resolve("docs/architecture.md"));
        assertThat(report.report().rules())
                .filteredOn(rule -> !rule.law().equals(Laws.HOUSE))
                .allSatisfy(rule -> assertThat(lines)
                        .filteredOn(line -> line.startsWith("| " + rule.law() + " |"))
                        .singleElement()
                        .asString()
                        .contains("`" + rule.id() + "`"));
    }

    @Test
    void theReportIsThereInEveryForm() {
        assertThat(page).isRegularFile();
        assertThat(FOLDER.resolve("report.json")).isRegularFile();
    }
}
