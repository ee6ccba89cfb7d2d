package dev.cleave.architecture.change;

import dev.cleave.architecture.code.Sources;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Upcasters;
import dev.cleave.architecture.model.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds upcasters in the code and samples beside the tests. A sample is a file called as the revision, or as the revision and a dash and anything, in a folder called
 * as the event, in a folder {@code samples} among the resources of tests.
 */
public final class UpcastersInCode implements EarlierForms {

    private static final Path TEST_RESOURCES = Path.of("src", "test", "resources");
    private static final Set<String> PASSED_BY = Set.of("target", "build", "node_modules");

    private final SystemCode code;
    private final Upcasters upcasters;
    private @Nullable Set<Path> samples;

    public UpcastersInCode(SystemCode code) {
        this.code = code;
        this.upcasters = new Upcasters(code);
    }

    @Override
    public Proof of(String type, @Nullable String revision) {
        return new Proof(
                upcasters.of(type, revision).map(Location::shown).orElse(null),
                sample(type, revision == null ? "null" : revision).orElse(null));
    }

    private synchronized Optional<String> sample(String type, String revision) {
        if (samples == null) {
            samples = samples(code.sources());
        }
        String event = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return samples.stream()
                .filter(file -> String.valueOf(file.getParent().getFileName()).equals(event))
                .filter(file -> isOfRevision(String.valueOf(file.getFileName()), revision))
                .map(code.sources()::relative)
                .findFirst();
    }

    private static boolean isOfRevision(String file, String revision) {
        return file.equals(revision) || file.startsWith(revision + "-") || file.startsWith(revision + ".");
    }

    private static Set<Path> samples(Sources sources) {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(sources.root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    return !folder.equals(sources.root()) && (name.startsWith(".") || PASSED_BY.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path samples = file.getParent().getParent();
                    if (samples != null && samples.endsWith(TEST_RESOURCES.resolve("samples"))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
