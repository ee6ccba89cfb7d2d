package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.ContextModel.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Where contexts keep their data. A context's migrations are in a folder {@code db/<context>} of its resources; those in other folders below
 * {@code db}, for example {@code db/migration}, are its own if the module holds no other context. Those of what the contexts stand on, in a
 * folder with the name of its package, are run in every store. Where entities are mapped to tables, these are the context's too.
 */
final class Stores {

    private static final Pattern VERSION = Pattern.compile("[VUB](\\d+(?:[._]\\d+)*)__.*", Pattern.CASE_INSENSITIVE);
    private static final List<String> PERSISTENCE = List.of("jakarta.persistence.", "javax.persistence.");

    private final SystemCode code;
    private final Map<List<Path>, List<String>> known = new HashMap<>();

    Stores(SystemCode code) {
        this.code = code;
    }

    Store of(ContextCode context) {
        List<Path> own = new ArrayList<>();
        List<Path> platform = new ArrayList<>();
        Set<String> further = further(context);
        for (Path resources : code.sources().resourceFolders()) {
            for (Path folder : migrationFolders(resources.resolve("db"))) {
                String name = nameOf(resources, folder);
                if (name.equals(context.name())) {
                    own.add(folder);
                } else if (isFoundation(name)) {
                    platform.add(folder);
                } else if (!further.contains(name) && contextNamed(name).isEmpty()
                        && contextsIn(resources).equals(List.of(context))) {
                    own.add(folder);
                }
            }
        }
        SortedSet<String> tables = new TreeSet<>(tables(own));
        context.classes().forEach(type -> mappedTable(type).ifPresent(tables::add));
        List<String> files = scripts(own).map(code.sources()::relative).toList();
        return new Store(
                files.isEmpty() ? null : context.name(),
                List.copyOf(tables),
                files.isEmpty() ? List.of() : tables(platform),
                files);
    }

    /** Those that a context opens besides its own. */
    List<Store> besides(ContextCode context) {
        return further(context).stream()
                .map(name -> {
                    List<Path> folders = code.sources().resourceFolders().stream()
                            .flatMap(resources -> migrationFolders(resources.resolve("db")).stream()
                                    .filter(folder -> nameOf(resources, folder).equals(name)))
                            .toList();
                    return new Store(
                            name, tables(folders), List.of(),
                            scripts(folders).map(code.sources()::relative).toList());
                })
                .toList();
    }

    /** As the context's marker names them. */
    private Set<String> further(ContextCode context) {
        String marker = code.conventions().contextMarker();
        String property = code.conventions().furtherStores();
        if (marker == null || property == null) {
            return Set.of();
        }
        return context.classes().stream()
                .flatMap(type -> Axon.find(type, marker).flatMap(found -> found.get(property)).stream())
                .flatMap(named -> named instanceof Object[] several ? Arrays.stream(several) : Stream.of(named))
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> migrationFolders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isDirectory).filter(found -> scripts(List.of(found)).findAny().isPresent()).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first name below {@code db}, {@code migration} passed over; empty if there is none. */
    private static String nameOf(Path resources, Path folder) {
        String below = resources.resolve("db").relativize(folder).toString().replace('\\', '/');
        return Arrays.stream(below.split("/")).filter(part -> !part.equals("migration")).findFirst().orElse("");
    }

    private static Stream<Path> scripts(List<Path> folders) {
        List<Path> scripts = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".sql"))
                        .sorted(Comparator.comparing(Stores::version, Arrays::compare).thenComparing(Path::toString))
                        .forEach(scripts::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return scripts.stream();
    }

    /** What has no version comes last, as repeatable migrations do. */
    private static int[] version(Path script) {
        Matcher version = VERSION.matcher(script.getFileName().toString());
        return version.matches()
                ? Arrays.stream(version.group(1).split("[._]")).mapToInt(Stores::bounded).toArray()
                : new int[] {Integer.MAX_VALUE};
    }

    private static int bounded(String number) {
        return number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number);
    }

    /** Those that an empty database has once the migrations have run in it; none are known where H2 can't run them. */
    private List<String> tables(List<Path> folders) {
        return folders.isEmpty() ? List.of() : known.computeIfAbsent(folders, this::migrated);
    }

    private List<String> migrated(List<Path> folders) {
        SortedSet<String> tables = new TreeSet<>();
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try (Connection database = DriverManager.getConnection(url)) {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations(folders.stream().map(folder -> "filesystem:" + folder).toArray(String[]::new))
                    .placeholders(code.conventions().migrationPlaceholders())
                    .load()
                    .migrate();
            try (ResultSet found = database.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE", "VIEW"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            tables.remove("flyway_schema_history");
        } catch (SQLException | FlywayException e) {
            System.err.println(
                    "The tables of " + folders + " are not known, because H2 can't run the migrations: " + e.getMessage());
        }
        return List.copyOf(tables);
    }

    private boolean isFoundation(String name) {
        return code.conventions().foundations().stream().anyMatch(found -> found.endsWith("." + name));
    }

    private Optional<ContextCode> contextNamed(String name) {
        return code.contexts().stream().filter(context -> context.name().equals(name)).findFirst();
    }

    /** The contexts whose sources stand beside a folder of resources. */
    private List<ContextCode> contextsIn(Path resources) {
        return code.contexts().stream()
                .filter(context -> Stream.of("java", "kotlin").anyMatch(language -> Files.isDirectory(
                        resources.resolveSibling(language).resolve(context.basePackage().replace('.', '/')))))
                .toList();
    }

    /** The table of a JPA entity. */
    private static Optional<String> mappedTable(JavaClass type) {
        for (String persistence : PERSISTENCE) {
            var entity = Axon.find(type, persistence + "Entity");
            if (entity.isPresent()) {
                return Axon.find(type, persistence + "Table")
                        .flatMap(table -> Axon.text(table, "name"))
                        .or(() -> Axon.text(entity.get(), "name"))
                        .or(() -> Optional.of(type.getSimpleName()))
                        .map(name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase());
            }
        }
        return Optional.empty();
    }
}
