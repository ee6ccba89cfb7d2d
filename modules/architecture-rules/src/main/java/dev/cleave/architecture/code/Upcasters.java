package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.ClassFiles;
import dev.cleave.architecture.model.Location;
import java.lang.classfile.constantpool.ClassEntry;
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

    /** Looks in this code. */
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
        return (constants.contains(type) || constants.contains(code.conventions().storedNames().apply(type)))
                && (revision == null || constants.contains(revision));
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
        Set<String> constants = new HashSet<>();
        ClassFiles.read(type).ifPresent(file -> file.constantPool().forEach(entry -> {
            switch (entry) {
                case StringEntry text -> constants.add(text.stringValue());
                case ClassEntry named -> constants.add(named.asInternalName().replace('/', '.'));
                default -> {
                }
            }
        }));
        return constants;
    }
}
