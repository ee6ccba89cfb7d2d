package dev.cleave.bootstrap.deployment.plan;

import dev.cleave.bootstrap.deployment.Fault;
import dev.cleave.bootstrap.deployment.Profiles;
import dev.cleave.bootstrap.deployment.UnusableProfile;
import dev.cleave.bootstrap.deployment.messages.MessageGraph;
import java.io.PrintWriter;
import java.util.Locale;
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
        exitCodeList = {"0:The profile can be used.", "1:It can't; what is wrong is on standard error.",
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

    @Override
    public Integer call() {
        try {
            Plan plan = Plan.of(Profiles.named(profile), MessageGraph.load());
            PrintWriter out = spec.commandLine().getOut();
            out.print(switch (format) {
                case TEXT -> PlanText.of(plan);
                case JSON -> PlanJson.of(plan);
                case MERMAID -> PlanMermaid.of(plan);
            });
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (UnusableProfile e) {
            PrintWriter err = spec.commandLine().getErr();
            for (Fault fault : e.faults()) {
                err.println(fault);
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
