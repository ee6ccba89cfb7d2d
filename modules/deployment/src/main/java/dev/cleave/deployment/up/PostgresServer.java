package dev.cleave.deployment.up;

import dev.cleave.deployment.BesideUnits;
import dev.cleave.deployment.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.UserPrincipal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of this system's own, from programs that are installed or from Docker. */
final class PostgresServer implements Service {

    static final String NAME = BesideUnits.POSTGRESQL;
    static final String PASSWORD_VARIABLE = "CLEAVE_POSTGRES_PASSWORD";

    private static final String ADMIN = "cleave";
    private static final int CONNECTIONS = 400;
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final long TO_MAKE_SECONDS = 120;
    /** A wrong password, or a user that is not there. */
    private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000");
    private static final int NOT_FOUND = 127;
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/usr/local/pgsql/bin",
            "/opt/homebrew/opt/postgresql*/bin",
            "/usr/local/opt/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin");

    private final Path here;
    private final Path cluster;
    private final @Nullable Path programs;
    private final @Nullable String user;
    private final int port;
    private final Secrets secrets;
    private boolean answered;

    private PostgresServer(Path here, @Nullable Path programs, @Nullable String user, Ports ports, Secrets secrets) {
        this.here = here;
        this.cluster = here.resolve("cluster");
        this.programs = programs;
        this.user = user;
        this.port = ports.any();
        this.secrets = secrets;
    }

    /**
     * A server with its data in a folder; not started yet.
     *
     * @throws CannotStart if there is no PostgreSQL on this machine, or it can't be run here
     */
    static PostgresServer find(Path folder, Ports ports, Secrets secrets) {
        Path here = folder.resolve(NAME);
        Optional<Path> programs = programs(path(), USUAL_PLACES, majorOf(here.resolve("cluster")));
        if (programs.isEmpty() && !Docker.isThere()) {
            throw new CannotStart("Units of this profile keep their data in PostgreSQL, and there is none here. Do"
                    + " one of these: install"
                    + " PostgreSQL so that initdb and postgres are in the PATH or in their usual place; start Docker;"
                    + " or give --postgres-url"
                    + " and --postgres-user of a server, with the password in the environment"
                    + " variable " + PASSWORD_VARIABLE + ".");
        }
        return new PostgresServer(here, programs.orElse(null), programs.isPresent() ? otherUser() : null, ports, secrets);
    }

    private static List<Path> path() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .toList();
    }

    /** The folder of an installed PostgreSQL: of the newest, or of the release that a cluster was made by. */
    static Optional<Path> programs(List<Path> path, List<String> places, Optional<Integer> made) {
        List<Path> folders = new ArrayList<>(path);
        places.forEach(place -> folders.addAll(matching(place)));
        return folders.stream()
                .filter(folder -> Stream.of("initdb", "postgres").map(folder::resolve).allMatch(Files::isExecutable))
                .filter(folder -> made.isEmpty() || made.equals(release(folder)))
                .max(Comparator.comparing((Path folder) -> release(folder).orElse(0)));
    }

    private static List<Path> matching(String place) {
        int star = place.indexOf('*');
        Path fixed = Path.of(star < 0 ? place : place.substring(0, place.lastIndexOf('/', star)));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + place);
        if (!Files.isDirectory(fixed)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(fixed, 2)) {
            return found.filter(matcher::matches).toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Integer> release(Path programs) {
        try {
            Process asked = new ProcessBuilder(programs.resolve("postgres").toString(), "--version").start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> majorOf(Path cluster) {
        try {
            return Optional.of(Integer.valueOf(Files.readString(cluster.resolve("PG_VERSION")).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** PostgreSQL refuses to run as root: whom to run it as then; null for the present user. */
    private static @Nullable String otherUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return null;
        }
        for (String candidate : List.of("postgres", "nobody")) {
            if (run(List.of("id", "-u", candidate), null) == 0) {
                return candidate;
            }
        }
        throw new CannotStart("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as."
                + " Run this as another user, or give --postgres-url.");
    }

    @Override
    public Child.Plan plan() throws IOException {
        if (programs == null) {
            return inDocker();
        }
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            make(programs);
        }
        List<String> command = new ArrayList<>();
        if (run(List.of("setsid", "--version"), null) == 0) {
            // In a session of its own, or Ctrl-C in the terminal would stop it before those who use it.
            command.add("setsid");
        }
        command.addAll(as(List.of(
                programs.resolve("postgres").toString(),
                "-D", cluster.toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "max_connections=" + CONNECTIONS,
                "-c", "fsync=on")));
        return new Child.Plan(command, Map.of(PASSWORD_VARIABLE, ""), here, Child.StopSignal.INT, TO_STOP);
    }

    private void make(Path installed) throws IOException {
        Files.createDirectories(here, Secrets.mode(here, "rwx------"));
        Path password = here.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, Secrets.mode(password, "rw-------"));
        Files.writeString(password, secrets.of(NAME));
        try {
            if (user != null) {
                UserPrincipal owner = here.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
                Files.setOwner(here, owner);
                Files.setOwner(password, owner);
                if (run(as(List.of("test", "-w", here.toString())), null) != 0) {
                    throw new CannotStart("PostgreSQL does not run as root, and the user " + user + " can't reach " + here
                            + ". Choose another folder with --directory, run this as another user, or give --postgres-url.");
                }
            }
            List<String> initdb = as(List.of(
                    installed.resolve("initdb").toString(),
                    "-D", cluster.toString(),
                    "--username=" + ADMIN,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C"));
            Path log = here.resolve("initdb.log");
            if (run(initdb, log) != 0) {
                throw new CannotStart("PostgreSQL could not make its files in " + cluster + ":\n" + Files.readString(log));
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private List<String> as(List<String> command) {
        if (user == null) {
            return command;
        }
        List<String> changed = new ArrayList<>();
        if (run(List.of("setpriv", "--version"), null) == 0) {
            changed.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups", "--"));
        } else {
            changed.addAll(List.of("runuser", "-u", user, "--"));
        }
        changed.addAll(command);
        return changed;
    }

    private static String groupOf(String user) {
        try {
            Process asked = new ProcessBuilder("id", "-g", user).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return user;
        }
    }

    /** The exit code of a short command. */
    private static int run(List<String> command, @Nullable Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log.toFile()))
                    .directory(Path.of("/").toFile())
                    .start();
            if (!process.waitFor(TO_MAKE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return NOT_FOUND;
            }
            return process.exitValue();
        } catch (IOException notInstalled) {
            return NOT_FOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_FOUND;
        }
    }

    private Child.Plan inDocker() throws IOException {
        Files.createDirectories(here);
        String name = Docker.name(here);
        List<String> command = Docker.run(
                name,
                "-p", "127.0.0.1:" + port + ":5432",
                "-e", "POSTGRES_USER=" + ADMIN,
                "-e", "POSTGRES_PASSWORD",
                "-v", volume() + ":/var/lib/postgresql",
                "--stop-signal", "SIGINT",
                Images.POSTGRESQL,
                "postgres", "-c", "max_connections=" + CONNECTIONS);
        return new Child.Plan(
                command,
                Map.of("POSTGRES_PASSWORD", secrets.of(NAME), PASSWORD_VARIABLE, ""),
                here,
                Child.StopSignal.INT,
                TO_STOP);
    }

    private String volume() {
        return Docker.name(here) + "-data";
    }

    StoreDatabases databases(Secrets passwords) {
        return new StoreDatabases("jdbc:postgresql://127.0.0.1:" + port + "/postgres", ADMIN, secrets.of(NAME), passwords);
    }

    @Override
    public int port() {
        return port;
    }

    /** Once it has answered it is taken to be well for as long as it runs. */
    @Override
    public boolean isReady() {
        if (!answered) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", ADMIN, secrets.of(NAME))) {
                answered = connection.isValid(2);
            } catch (SQLException notYet) {
                if (NOT_LET_IN.contains(String.valueOf(notYet.getSQLState()))) {
                    throw new CannotStart("PostgreSQL keeps data of another password than that in " + secrets.file(NAME)
                            + ". Put the right one into this file, or remove the data to begin anew: "
                            + (programs == null ? "docker volume rm " + volume() : cluster) + ".");
                }
            }
        }
        return answered;
    }
}
