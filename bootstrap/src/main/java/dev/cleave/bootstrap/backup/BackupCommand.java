package dev.cleave.bootstrap.backup;

import dev.cleave.platform.operations.SystemAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies all stores of a running one-jar system into a folder on its machine, and says which.")
public final class BackupCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The system. Default: ${DEFAULT-VALUE}")
    private URI url;

    @Override
    public Integer call() throws InterruptedException {
        SystemAddress.fault(url).ifPresent(fault -> {
            throw new CommandLine.ParameterException(spec.commandLine(), "--url " + fault);
        });
        PrintWriter err = spec.commandLine().getErr();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(SystemAddress.below(url, "/actuator/backup"))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                err.println("The backup was not taken; the system answered " + response.statusCode() + ". "
                        + reason(response.body()));
                return CommandLine.ExitCode.SOFTWARE;
            }
            JsonNode backup = JsonMapper.shared().readTree(response.body());
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    "Backup of " + backup.get("stores").size() + " stores, " + backup.get("bytes").asLong() / 1024 + " kB, in");
            out.println(backup.get("folder").asString());
            out.println("All are as they were at " + backup.get("at").asString() + ", with the events up to position "
                    + backup.get("position").asLong() + ". Nothing was written for " + backup.get("heldMillis").asLong()
                    + " ms.");
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            err.println("No system answers at " + url + ". Start it there, or name another with --url.");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String reason(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("detail").asString("Its log says why.");
        } catch (JacksonException notAProblem) {
            return "Its log says why.";
        }
    }
}
