package dev.cleave.deployment.plan;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.traffic.UnusableMetrics;
import dev.cleave.deployment.BuiltReport;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.UnusableProfile;
import dev.cleave.deployment.report.Deployments;
import dev.cleave.deployment.report.MeasuredRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Checks a deployment profile, and prints its units, what each needs, and every message that crosses a cut.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The profile can be used.",
            "1:It can't, or a file of figures can't; what is wrong is on standard error.",
            "2:The command was not understood."})
public final class PlanCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON,
        MERMAID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROFILE",
            description = "The name of a profile that the program brings along, or the path of a file.")
    private String profile;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(
            names = "--traffic",
            arity = "1..*",
            paramLabel = "FILE",
            description = "What the processes of a run answer at /actuator/prometheus, a file of each: shows with each message that crosses a cut"
                    + " how often it was sent.")
    private List<Path> traffic = List.of();

    @Override
    public Integer call() {
        try {
            Plan plan = plan(Profiles.named(profile));
            PrintWriter out = spec.commandLine().getOut();
            out.print(switch (format) {
                case TEXT -> PlanText.of(plan);
                case JSON -> PlanJson.of(plan);
                case MERMAID -> PlanMermaid.of(plan);
            });
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (UnusableProfile e) {
            return failed(e.faults());
        } catch (UnusableMetrics e) {
            return failed(List.of(e.getMessage()));
        }
    }

    private Plan plan(Profile checked) {
        Report report = BuiltReport.load();
        Plan plan = Plan.of(checked, report.messages());
        if (traffic.isEmpty()) {
            return plan;
        }
        Report here = report.alsoDeployed(List.of(Deployments.of(checked)));
        return plan.measured(Objects.requireNonNull(MeasuredRun.on(here, traffic).traffic()));
    }

    private int failed(List<?> why) {
        PrintWriter err = spec.commandLine().getErr();
        why.forEach(err::println);
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
