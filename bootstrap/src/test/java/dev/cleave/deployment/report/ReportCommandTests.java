package dev.cleave.deployment.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.form.ReportJson;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.PassageTraffic;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.deployment.BuiltReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTests {

    private static final String RUN = """
            cleave_commands_seconds_count{command="ReserveStock",context="inventory",outcome="accepted"} 40.0
            cleave_commands_seconds_count{command="AuthorisePayment",context="payment",outcome="accepted"} 30.0
            """;
    private static final String OWN_CUT = """
            units:
              money: { contexts: [payment], store: postgresql }
              rest: { contexts: [catalog, inventory, ordering, shipping, notification], store: postgresql }
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheBuildFoundInAllForms() throws IOException {
        assertThat(report()).isZero();

        try (Stream<Path> files = Files.list(written())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("index.html", "report.json", "summary.md", "asyncapi.json", "context-map.mmd",
                            "c4-containers-hybrid.puml");
        }
        assertThat(ReportJson.read(written().resolve("report.json"))).isEqualTo(BuiltReport.load());
        assertThat(out.toString().lines())
                .startsWith("The report is at " + written().resolve("index.html"))
                .anyMatch(line -> line.matches("  \\d+ rules, of which none is broken; the boundaries hold\\."))
                .anyMatch(line -> line.matches("  monolith: 0 of \\d+ messages between contexts cross a cut\\."));
    }

    @Test
    void laysARunOnEveryProfileAndOnACutThatNobodyDrewBefore() throws IOException {
        assertThat(report("--traffic", file("run.prom", RUN), "--profile", file("own.yaml", OWN_CUT))).isZero();

        Report report = ReportJson.read(written().resolve("report.json"));
        assertThat(report.placements()).extracting(Placement::profile).containsExactly("hybrid", "monolith", "split", "own");
        assertThat(report.traffic()).isNotNull();
        assertThat(report.traffic().source()).isEqualTo("run.prom");
        assertThat(report.traffic().passages()).extracting(PassageTraffic::count).containsExactly(40L, 30L);
        assertThat(report.traffic().placements())
                .containsExactly(
                        new PlacementTraffic("hybrid", 40, 30),
                        new PlacementTraffic("monolith", 0, 70),
                        new PlacementTraffic("split", 70, 0),
                        new PlacementTraffic("own", 30, 40));
        assertThat(out.toString()).containsPattern("own: \\d+ of \\d+ messages .* cross a cut; in the run 30 of 70 times\\.");
        assertThat(written().resolve("index.html")).content().contains("run.prom");
        assertThat(written().resolve("c4-containers-own.puml")).exists();
    }

    @Test
    void addsUpTheFilesOfSeveralProcesses() throws IOException {
        assertThat(report("--traffic", file("shop.prom", RUN), file("warehouse.prom", RUN))).isZero();

        assertThat(ReportJson.read(written().resolve("report.json")).traffic().passages())
                .extracting(PassageTraffic::count)
                .containsExactly(80L, 60L);
    }

    @Test
    void writesNothingWhereFiguresCanNotBeUsed() throws IOException {
        assertThat(report("--traffic", folder.resolve("missing.prom").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no file ").contains("missing.prom", "curl -s", "/actuator/prometheus");

        assertThat(report("--traffic", file("run.prom", RUN), file("jvm.prom", "jvm_threads_live_threads 12.0\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("jvm.prom counts no messages");

        assertThat(out.toString()).isEmpty();
        assertThat(written()).doesNotExist();
    }

    @Test
    void writesNothingWhereAProfileIsFaultyAndTellsAllFaults() throws IOException {
        String faulty = file("faulty.yaml", "units:\n  a: { contexts: [catalgo] }\n");
        assertThat(report("--profile", "hybird", faulty)).isEqualTo(1);
        assertThat(err.toString())
                .contains("hybird: There is no profile of this name. Did you mean hybrid?")
                .contains(faulty + ":2:19: There is no context \"catalgo\". Did you mean catalog?");

        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(
                report("--profile", file("own.yaml", OWN_CUT), Files.writeString(other.resolve("own.yaml"), OWN_CUT).toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Two of the profiles given are called own.");

        assertThat(out.toString()).isEmpty();
        assertThat(written()).doesNotExist();
    }

    @Test
    void saysSoWhereItCanNotWrite() throws IOException {
        Files.writeString(written(), "a file");
        assertThat(report()).isEqualTo(1);
        assertThat(err.toString()).startsWith("The report can't be written: ").contains("--to");
        assertThat(out.toString()).isEmpty();
    }

    private Path written() {
        return folder.resolve("written");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int report(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--to", written().toString())).toArray(String[]::new));
    }
}
