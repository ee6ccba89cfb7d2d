package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored samples of an event: {@code samples/<event>/<revision>.json} in the resources of its module's tests, and beside it
 * {@code <revision>-<anything>.json}. Where two contexts have an event of the same name, {@code samples/<context>/<event>}.
 */
public final class Samples {

    private static final String JSON = ".json";

    /** The plain sample of a revision before those of its variants. */
    private static final Comparator<Path> ORDER =
            Comparator.comparingInt((Path file) -> file.getFileName().toString().length())
                    .thenComparing(Comparator.naturalOrder());

    private final List<Path> files = new ArrayList<>();

    private Samples() {}

    /** Those of an event of a context. */
    public static Samples of(SystemCode code, JavaClass event, String context) {
        return in(folders(code, code.sources().find(event), stored(code, event.getName()), Optional.of(context)));
    }

    /** Those of an event told by its full name, which may be that of a class that is no more. */
    public static Samples of(SystemCode code, String event) {
        Optional<Path> source = code.classes().contain(event) ? code.sources().find(code.classes().get(event)) : Optional.empty();
        Optional<String> context = code.contexts().stream()
                .filter(candidate -> event.startsWith(candidate.basePackage() + "."))
                .map(ContextCode::name)
                .findFirst();
        return in(folders(code, source, stored(code, event), context));
    }

    private static String stored(SystemCode code, String event) {
        return Names.simple(code.conventions().storedNames().apply(event));
    }

    private static Samples in(List<Path> folders) {
        Samples samples = new Samples();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(JSON)).sorted(ORDER).forEach(samples.files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return samples;
    }

    /** Those of one revision. */
    public List<Path> of(String revision) {
        return files.stream().filter(file -> isOf(file, revision)).toList();
    }

    /** The revisions that there are samples of. */
    List<String> revisions(@Nullable String present) {
        return files.stream()
                .map(file -> present != null && isOf(file, present) ? present : revision(file.getFileName().toString()))
                .distinct()
                .toList();
    }

    private static boolean isOf(Path file, String revision) {
        String name = file.getFileName().toString();
        return name.equals(revision + JSON) || name.startsWith(revision + "-");
    }

    private static String revision(String name) {
        String whole = name.substring(0, name.length() - JSON.length());
        int dash = whole.indexOf('-');
        return dash < 1 ? whole : whole.substring(0, dash);
    }

    /** Where an event's samples may be: in the tests of its own module, as far as it is known. */
    private static List<Path> folders(SystemCode code, Optional<Path> source, String event, Optional<String> context) {
        List<Path> resources = code.sources().testResourceFolders();
        List<Path> own = resources.stream()
                .filter(folder -> source.filter(file -> isOfSameModule(file, folder)).isPresent())
                .toList();
        return (own.isEmpty() ? resources : own)
                .stream()
                .map(folder -> folder.resolve("samples"))
                .flatMap(all -> Stream.concat(
                        Stream.of(all.resolve(event)), context.stream().map(name -> all.resolve(name).resolve(event))))
                .filter(Files::isDirectory)
                .toList();
    }

    private static boolean isOfSameModule(Path source, Path testResources) {
        Path module = testResources.getParent().getParent().getParent();
        return module != null && source.startsWith(module.resolve("src"));
    }
}
