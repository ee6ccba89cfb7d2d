package dev.cleave.architecture.source;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The source files of a project, found by the packages of the classes they became. */
public final class Sources {

    private static final Set<String> PASSED_BY = Set.of("target", "build", "node_modules");

    private final Path root;
    private final List<Path> javaFolders = new ArrayList<>();
    private final List<Path> resourceFolders = new ArrayList<>();
    private final List<Path> testResourceFolders = new ArrayList<>();
    private final Map<Path, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, Optional<Path>> found = new ConcurrentHashMap<>();

    private Sources(Path root) {
        this.root = root;
    }

    /**
     * The sources of all modules below a folder: {@code src/main/java}, {@code src/main/kotlin}, {@code src/main/resources} and
     * {@code src/test/resources}, at any depth.
     */
    public static Sources below(Path root) {
        Sources sources = new Sources(root.toAbsolutePath().normalize());
        try {
            Files.walkFileTree(sources.root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean passedBy = PASSED_BY.contains(name) || name.startsWith(".");
                    if (passedBy && !folder.equals(sources.root)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.endsWith(Path.of("src", "main", "java")) || folder.endsWith(Path.of("src", "main", "kotlin"))) {
                        sources.javaFolders.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.endsWith(Path.of("src", "main", "resources"))) {
                        sources.resourceFolders.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.endsWith(Path.of("src", "test", "resources"))) {
                        sources.testResourceFolders.add(folder);
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

    /** Sources in folders that lie elsewhere than is usual. */
    public static Sources in(Path root, List<Path> java, List<Path> resources, List<Path> testResources) {
        Sources sources = new Sources(root.toAbsolutePath().normalize());
        java.forEach(folder -> sources.javaFolders.add(folder.toAbsolutePath().normalize()));
        resources.forEach(folder -> sources.resourceFolders.add(folder.toAbsolutePath().normalize()));
        testResources.forEach(folder -> sources.testResourceFolders.add(folder.toAbsolutePath().normalize()));
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

    /** The folders of resources of the tests of all modules. */
    public List<Path> testResourceFolders() {
        return List.copyOf(testResourceFolders);
    }

    /** The source file of a class, relative to the root. */
    public Optional<String> fileOf(JavaClass type) {
        return find(type).map(this::relative);
    }

    /** The source file of a class. */
    public Optional<Path> find(JavaClass type) {
        String file = type.getSource().flatMap(source -> source.getFileName()).orElseGet(() -> outermost(type) + ".java");
        return find(type.getPackageName(), file);
    }

    /** The source files of classes, with those that describe their packages, in the order of their paths. */
    public List<Path> filesOf(Iterable<JavaClass> types) {
        Set<Path> files = new TreeSet<>();
        for (JavaClass type : types) {
            find(type).filter(file -> file.toString().endsWith(".java")).ifPresent(files::add);
            find(type.getPackageName(), "package-info.java").ifPresent(files::add);
        }
        return List.copyOf(files);
    }

    private Optional<Path> find(String packageName, String file) {
        String path = packageName.replace('.', '/') + "/" + file;
        return found.computeIfAbsent(path, any -> javaFolders.stream()
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst());
    }

    /** What stands in a file. Whatever is not UTF-8 in it is replaced: it may be in another encoding. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's path from the root, with {@code /}. */
    public String relative(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** A place of which the byte code knows the line, or does not (0): then it is looked for in the source. */
    public Location locate(JavaClass type, @Nullable String member, int line) {
        Optional<Path> file = find(type);
        int found = line > 0 ? line : file.map(source -> Declarations.in(lines(source)).lineOf(type, member)).orElse(0);
        return new Location(type.getName(), member, file.map(this::relative).orElse(null), found);
    }

    /** Where a method or constructor is declared, of which the byte code knows the line of its first statement. */
    public Location locateDeclaration(JavaClass type, String member, int firstStatement) {
        Optional<Path> file = find(type);
        int found =
                file.map(source -> Declarations.in(lines(source)).lineAbove(type, member, firstStatement)).orElse(firstStatement);
        return new Location(type.getName(), member, file.map(this::relative).orElse(null), Math.max(found, 0));
    }

    private List<String> lines(Path file) {
        return lines.computeIfAbsent(file, source -> text(source).lines().toList());
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "");
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
