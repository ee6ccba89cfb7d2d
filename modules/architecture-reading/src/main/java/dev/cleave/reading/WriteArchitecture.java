package dev.cleave.reading;

import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.form.HtmlPage;
import dev.cleave.architecture.form.ReportJson;
import dev.cleave.architecture.report.Report;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The step of the build that leaves the report on this system in the folder given. It does nothing where all that went into it is older; then
 * the commit that the report names may be the one before.
 */
final class WriteArchitecture {

    private static final String FOLDER = "META-INF/cleave";
    /** What a build leaves besides classes. */
    private static final Pattern BUILT = Pattern.compile("[/\\\\]target[/\\\\](?!classes|test-classes)");

    private WriteArchitecture() {}

    /** @param arguments the folder of the program's classes, the project's root, and the program's version */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve(FOLDER);
        Path root = Path.of(arguments[1]);
        Path json = folder.resolve("architecture.json");
        if (!Kept.asked() && Files.exists(json) && youngest(root, folder).compareTo(Files.getLastModifiedTime(json)) < 0) {
            return;
        }
        Report report = CleaveArchitecture.examine(CodeReader.fromClassPath(CleaveArchitecture.conventions(), root))
                .version("Cleave", arguments[2])
                .withoutTime()
                .report()
                .report();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("architecture.html"), HtmlPage.of(report));
        Files.writeString(json, ReportJson.of(report));
    }

    /** When what goes into the report last changed: classes and libraries, sources and samples, tests, what is committed, and what is kept. */
    private static FileTime youngest(Path root, Path written) {
        Stream<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
        Stream<Path> besides = Stream.of(".git/HEAD", ".git/logs/HEAD", CleaveArchitecture.KEPT, "modules").map(root::resolve);
        return Stream.concat(classPath, besides)
                .flatMap(entry -> files(entry, written))
                .filter(file -> !file.startsWith(root.resolve("modules")) || !BUILT.matcher(file.toString()).find())
                .map(WriteArchitecture::changed)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(Long.MAX_VALUE));
    }

    private static Stream<Path> files(Path entry, Path written) {
        if (!Files.isDirectory(entry)) {
            return Stream.of(entry).filter(Files::exists);
        }
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.startsWith(written)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
