package dev.cleave.deployment.render;

import dev.cleave.deployment.Images;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import dev.cleave.deployment.UnusableProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Writes what Docker Compose and Kubernetes run a profile from, and says what it wrote.")
public final class RenderCommand implements Callable<Integer> {

    private static final Path PROFILES = Path.of("deployment-profiles");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PROFILE",
            description = "Names of profiles that the program brings along, or paths of files.")
    private List<String> profiles = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where to write one profile. Default: its folder under deployment-profiles, or its file's folder.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (output != null && profiles.size() > 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Several profiles can't be written to one folder. Leave --output out, or render one at a time.");
        }
        try {
            for (String profile : profiles) {
                render(profile);
            }
            return CommandLine.ExitCode.OK;
        } catch (UnusableProfile e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The files can't be written: " + e + ". Check --output and who may write there.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void render(String nameOrFile) throws IOException {
        Profile profile = Profiles.named(nameOrFile);
        boolean own = !Profiles.names().contains(nameOrFile);
        Path folder = folder(nameOrFile, own);
        String sources = own ? null : sources(folder);
        SortedMap<String, String> files = Rendering.of(profile, own ? Files.readString(Path.of(nameOrFile)) : null, sources);
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        removeOthers(folder.resolve(Rendering.KUBERNETES), files.keySet());
        PrintWriter out = spec.commandLine().getOut();
        out.println(profile.name() + ": " + files.size() + " files in " + folder);
        if (sources == null) {
            out.println("  docker build -t " + Images.CLEAVE + " . in the project's folder, for the image");
        }
        out.println("  docker compose -f " + folder.resolve("compose.yaml") + " up");
        out.println("  kubectl apply -k " + folder.resolve("kubernetes"));
        out.flush();
    }

    private Path folder(String nameOrFile, boolean own) {
        if (output != null) {
            return output;
        }
        return own ? Path.of(nameOrFile).toAbsolutePath().normalize().getParent() : PROFILES.resolve(nameOrFile);
    }

    /** The project that this is run in, seen from a folder; null if it is run elsewhere. */
    private static @Nullable String sources(Path folder) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !(Files.exists(here.resolve("Dockerfile")) && Files.exists(here.resolve("bootstrap/pom.xml")))) {
            here = here.getParent();
        }
        if (here == null) {
            return null;
        }
        Path project = here.toRealPath();
        Path real = Files.createDirectories(folder).toRealPath();
        Path way = project.getRoot().equals(real.getRoot()) ? real.relativize(project) : project;
        return way.toString().isEmpty() ? "." : way.toString().replace('\\', '/');
    }

    /** A unit that is no longer in the profile must not live on in its manifests. */
    private static void removeOthers(Path manifests, Set<String> written) throws IOException {
        try (Stream<Path> found = Files.list(manifests)) {
            for (Path path : found.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                if (!written.contains(Rendering.KUBERNETES + path.getFileName())
                        && Files.readString(path).startsWith(Rendering.NOTICE)) {
                    Files.delete(path);
                }
            }
        }
    }
}
