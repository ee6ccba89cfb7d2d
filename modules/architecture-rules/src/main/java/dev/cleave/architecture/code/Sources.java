package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The source files of a project, found by the packages of the classes they became. */
public final class Sources {

    private static final Set<String> PASSED_BY = Set.of("target", "build", "node_modules");

    private final Path root;
    private final List<Path> javaFolders = new ArrayList<>();
    private final List<Path> resourceFolders = new ArrayList<>();

    private Sources(Path root) {
        this.root = root;
    }

    /** The sources of all modules below a folder: {@code src/main/java} and {@code src/main/resources}, at any depth. */
    public static Sources below(Path root) {
        Sources sources = new Sources(root.toAbsolutePath().normalize());
        try {
            Files.walkFileTree(sources.root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    if (PASSED_BY.contains(name) || name.startsWith(".") && !folder.equals(sources.root)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.endsWith(Path.of("src", "main", "java"))) {
                        sources.javaFolders.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.endsWith(Path.of("src", "main", "resources"))) {
                        sources.resourceFolders.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** No sources at hand: places are classes and lines. */
    public static Sources none() {
        return new Sources(Path.of("").toAbsolutePath());
    }

    /** The project's root. */
    public Path root() {
        return root;
    }

    /** The folders of resources of all modules. */
    public List<Path> resourceFolders() {
        return List.copyOf(resourceFolders);
    }

    /** The source file of a class, relative to the root. */
    public Optional<String> fileOf(JavaClass type) {
        String folder = type.getPackageName().replace('.', '/');
        String file = type.getSource().flatMap(source -> source.getFileName()).orElseGet(() -> outermost(type) + ".java");
        return javaFolders.stream()
                .map(java -> java.resolve(folder).resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(this::relative);
    }

    /** A file's path from the root, with {@code /}. */
    public String relative(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    Location locate(JavaClass type, @Nullable String member, int line) {
        return new Location(type.getName(), member, fileOf(type).orElse(null), Math.max(line, 0));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "");
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
