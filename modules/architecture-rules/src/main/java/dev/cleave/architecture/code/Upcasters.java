package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import dev.cleave.architecture.model.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The upcasters in the code. One reads a revision of an event if it, or a class within it, names both the event and the revision. */
public final class Upcasters {

    private static final String UPCASTER = "org.axonframework.serialization.upcasting.event.EventUpcaster";
    private static final String UPCASTERS = "org.axonframework.serialization.upcasting.event.";

    private final SystemCode code;
    private final List<JavaClass> upcasters;
    private final Map<JavaClass, Set<String>> named = new HashMap<>();

    public Upcasters(SystemCode code) {
        this.code = code;
        this.upcasters = code.classes().stream()
                .filter(type -> !type.isInterface() && isUpcaster(type))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    /**
     * Where the code is that reads events as they were written in a revision.
     *
     * @param type the event's full name, which may be that of a class that is no more
     * @param revision null if it named none
     */
    public Optional<Location> of(String type, @Nullable String revision) {
        return upcasters.stream()
                .filter(upcaster -> names(upcaster, type, revision))
                .findFirst()
                .map(code::at);
    }

    private static boolean isUpcaster(JavaClass type) {
        return type.isAssignableTo(UPCASTER)
                || type.getAllRawSuperclasses().stream().anyMatch(above -> above.getName().startsWith(UPCASTERS));
    }

    private synchronized boolean names(JavaClass upcaster, String type, @Nullable String revision) {
        Set<String> constants = named.computeIfAbsent(upcaster, this::constantsOf);
        return constants.contains(type) && (revision == null || constants.contains(revision));
    }

    private Set<String> constantsOf(JavaClass upcaster) {
        Set<String> constants = new HashSet<>();
        code.classes().stream().filter(isOrIsWithin(upcaster)).forEach(each -> constants.addAll(constants(each)));
        return constants;
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
}
