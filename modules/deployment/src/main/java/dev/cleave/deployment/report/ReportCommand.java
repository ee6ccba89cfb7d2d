package dev.cleave.deployment.report;

import dev.cleave.architecture.form.Forms;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.traffic.UnusableMetrics;
import dev.cleave.deployment.BuiltReport;
import dev.cleave.deployment.Fault;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.UnusableProfile;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the architecture report of this program: as a page, and in all forms for programs. It is the report that the build"
                + " made of the code; a run's figures and further deployment profiles are laid on it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The report is written.", "1:It is not, and nothing is; what is wrong is on standard error.",
            "2:The command was not understood."})
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--traffic",
            arity = "1..*",
            paramLabel = "FILE",
            description = "What the processes of a run answer at /actuator/prometheus, a file of each. The report tells how often each"
                    + " message went where, and how often it would have crossed the wire in each profile.")
    private List<Path> traffic = List.of();

    @Option(
            names = "--profile",
            arity = "1..*",
            paramLabel = "PROFILE",
            description = "Paths of deployment profiles to tell of, besides those that the program brings along.")
    private List<String> profiles = List.of();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            defaultValue = "architecture-report",
            description = "Where to write. What is there under the same names is replaced. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Override
    public Integer call() {
        try {
            Report report = BuiltReport.load().alsoDeployed(deployments());
            if (!traffic.isEmpty()) {
                report = MeasuredRun.on(report, traffic);
            }
            write(report);
            return CommandLine.ExitCode.OK;
        } catch (UnusableProfile e) {
            return failed(e.faults().stream().map(Fault::toString).toList());
        } catch (UnusableMetrics e) {
            return failed(List.of(e.getMessage()));
        } catch (UncheckedIOException e) {
            return failed(List.of("The report can't be written: " + e.getCause() + ". Check --to and who may write there."));
        }
    }

    /** All that is wrong with any of them is told at once. */
    private List<Deployment> deployments() {
        List<Deployment> deployments = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String profile : profiles) {
            try {
                Deployment deployment = Deployments.of(Profiles.named(profile));
                if (deployments.stream().anyMatch(other -> other.profile().equals(deployment.profile()))) {
                    faults.add(new Fault(profile, 0, 0, "Two of the profiles given are called " + deployment.profile() + ".",
                            "Give one of them another name."));
                }
                deployments.add(deployment);
            } catch (UnusableProfile e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new UnusableProfile(faults);
        }
        return deployments;
    }

    private void write(Report report) {
        Forms.writeAll(report, folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The report is at " + folder.resolve("index.html").toAbsolutePath().normalize());
        out.println(told(report.verdict()));
        for (Placement placement : report.placements()) {
            out.println(told(placement, report.traffic()));
        }
        out.flush();
    }

    private static String told(Verdict verdict) {
        String rules = "  " + verdict.rules() + " rules, of which "
                + (verdict.failed() == 0 ? "none is broken" : verdict.failed() + " failed")
                + (verdict.frozen() == 0 ? "" : " and " + verdict.frozen() + " broken only in places that the baseline knows");
        if (verdict.kept()) {
            return rules + "; the boundaries hold.";
        }
        return rules + (verdict.failed() == 0 ? ", but a stored event can no longer be read." : "; the boundaries do not hold.");
    }

    private static String told(Placement placement, Report.@Nullable Traffic run) {
        String crossing = "  " + placement.profile() + ": " + placement.crossings().size() + " of "
                + (placement.crossings().size() + placement.local()) + " messages between contexts cross a cut";
        if (run == null) {
            return crossing + ".";
        }
        PlacementTraffic counted = run.placements().stream()
                .filter(figures -> figures.profile().equals(placement.profile()))
                .findFirst()
                .orElseThrow();
        return crossing + String.format(
                Locale.ROOT, "; in the run %,d of %,d times.", counted.crossing(), counted.crossing() + counted.local());
    }

    private int failed(List<String> why) {
        PrintWriter err = spec.commandLine().getErr();
        why.forEach(err::println);
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
