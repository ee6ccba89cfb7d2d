package dev.cleave.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Somebody else's project, in a folder of its own: sources that are worked on and compiled. */
final class ForeignProject {

    private static final Path SOURCES = Path.of("src/main/java");

    private final Path root;

    private ForeignProject(Path root) {
        this.root = root;
    }

    /** A copy of a project among the resources of the tests. */
    static ForeignProject copied(String name, Path root) throws IOException {
        Path original = Path.of("src/test/resources/adoption", name);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new ForeignProject(root);
    }

    Path resolve(String file) {
        return root.resolve(file);
    }

    /** Writes something else in a source file. */
    void replace(String file, String what, String by) throws IOException {
        Path source = root.resolve(SOURCES).resolve(file);
        assertThat(source).content().contains(what);
        Files.writeString(source, Files.readString(source).replace(what, by));
    }

    /** Compiles it, and reads it from the class path, as a test in the project would. */
    SystemCode read(Conventions conventions) throws IOException {
        Path classes = compile();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader withProject = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(withProject);
            return CodeReader.fromClassPath(conventions, root);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path compile() throws IOException {
        Path classes = Files.createDirectories(root.resolve("target/classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.ISO_8859_1);
                Stream<Path> sources = Files.walk(root.resolve(SOURCES))) {
            List<Path> all = sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-d", classes.toString(), "-g", "-parameters", "-proc:none", "-classpath",
                    System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(all)).call())
                    .isTrue();
        }
        return classes;
    }
}
