package dev.cleave.architecture.change;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import dev.cleave.architecture.code.Sources;
import dev.cleave.architecture.code.SystemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds upcasters in the code and samples beside the tests. An upcaster reads a revision of an event if it, or a class within it, names both the
 * event and the revision. A sample is a file called as the revision, or as the revision and a dash and anything, in a folder called
 * as the event, in a folder {@code samples} among the resources of tests.
 */
public final class UpcastersInCode implements EarlierForms {

    private static final String UPCASTER = "org.axonframework.serialization.upcasting.event.EventUpcaster";
    private static final String UPCASTERS = "org.axonframework.serialization.upcasting.event.";
    private static final Path TEST_RESOURCES = Path.of("src", "test", "resources");
    private static final Set<String> PASSED_BY = Set.of("target", "build", "node_modules");

    private final SystemCode code;
    private final List<JavaClass> upcasters;
    private @Nullable Set<Path> samples;

    public UpcastersInCode(SystemCode code) {
        this.code = code;
        this.upcasters = code.classes().stream()
                .filter(type -> !type.isInterface() && isUpcaster(type))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    @Override
    public Proof of(String type, @Nullable String revision) {
        Optional<String> upcaster = upcasters.stream()
                .filter(candidate -> names(candidate, type, revision))
                .map(found -> code.at(found).shown())
                .findFirst();
        return new Proof(upcaster.orElse(null), sample(type, revision == null ? "null" : revision).orElse(null));
    }

    private static boolean isUpcaster(JavaClass type) {
        return type.isAssignableTo(UPCASTER)
                || type.getAllRawSuperclasses().stream().anyMatch(above -> above.getName().startsWith(UPCASTERS));
    }

    private boolean names(JavaClass upcaster, String type, @Nullable String revision) {
        Set<String> named = new HashSet<>();
        code.classes().stream().filter(isOrIsWithin(upcaster)).forEach(each -> named.addAll(constants(each)));
        return named.contains(type) && (revision == null || named.contains(revision));
    }

    private static Predicate<JavaClass> isOrIsWithin(JavaClass upcaster) {
        return type -> type.equals(upcaster) || type.getName().startsWith(upcaster.getName() + "$");
    }

    private static Set<String> constants(JavaClass type) {
        Optional<Source> source = type.getSource();
        if (source.isEmpty()) {
            return Set.of();
        }
        Set<String> constants = new HashSet<>();
        try (InputStream bytes = source.get().getUri().toURL().openStream()) {
            for (PoolEntry entry : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry text) {
                    constants.add(text.stringValue());
                } else if (entry instanceof ClassEntry named) {
                    constants.add(named.asInternalName().replace('/', '.'));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The code of " + type.getName() + " can't be read", e);
        }
        return constants;
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
