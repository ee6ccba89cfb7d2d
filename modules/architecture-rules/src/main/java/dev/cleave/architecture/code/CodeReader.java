package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads compiled code. */
public final class CodeReader {

    private CodeReader() {}

    /**
     * The code on the class path, tests apart.
     *
     * @param root the folder of the whole project: sources are looked for below it, and the report names files from there
     * @throws IllegalArgumentException if there is no such code, or not what the conventions name
     */
    public static SystemCode fromClassPath(Conventions conventions, Path root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(conventions.basePackage());
        return found(of(conventions, classes, Sources.below(root)), "on the class path, tests apart",
                " What Spring Boot has packed into a jar is not found there: give the folders of its classes to CodeReader.fromPaths.");
    }

    /**
     * The code in folders of classes and in jars.
     *
     * @param root the folder of the whole project: sources are looked for below it, and the report names files from there
     * @throws IllegalArgumentException if there is no such code, or not what the conventions name
     */
    public static SystemCode fromPaths(Conventions conventions, Collection<Path> paths, Path root) {
        return found(of(conventions, new ClassFileImporter().importPaths(paths), Sources.below(root)), "in " + paths, "");
    }

    /** Code that has been read before, with its sources. */
    public static SystemCode of(Conventions conventions, JavaClasses classes, Sources sources) {
        return new SystemCode(conventions, classes, contexts(conventions, classes), sources);
    }

    private static SystemCode found(SystemCode code, String where, String advice) {
        Conventions conventions = code.conventions();
        String base = conventions.basePackage();
        if (noneIn(code, base)) {
            throw new IllegalArgumentException("There are no classes of " + base + " " + where
                    + ". Is that the base package, and is the code compiled?" + advice);
        }
        Stream.of(conventions.foundations(), conventions.assemblies())
                .flatMap(Set::stream)
                .filter(named -> noneIn(code, named))
                .findFirst()
                .ifPresent(named -> {
                    throw new IllegalArgumentException("The conventions name the package " + named
                            + ", but there are no classes of it " + where + ". Give its full name, or take it out.");
                });
        if (code.contexts().isEmpty()) {
            throw new IllegalArgumentException("There is no context to examine: "
                    + (conventions.contextMarker() == null
                            ? "every package below " + base + " is said to be a foundation or an assembly."
                            : "no class of " + base + " has the annotation " + conventions.contextMarker() + "."));
        }
        return code;
    }

    private static boolean noneIn(SystemCode code, String packageName) {
        return code.classes().stream().noneMatch(type -> Names.isBelow(type.getPackageName(), packageName));
    }

    private static List<ContextCode> contexts(Conventions conventions, JavaClasses classes) {
        Map<String, String> packages = conventions.contextMarker() == null
                ? byPackage(conventions, classes)
                : byMarker(conventions.contextMarker(), classes);
        List<ContextCode> contexts = new ArrayList<>();
        packages.forEach((name, basePackage) -> contexts.add(new ContextCode(
                name,
                basePackage,
                basePackage + "." + conventions.publishedPackage(),
                conventions.stepsPackage(),
                classes.stream()
                        .filter(type -> Names.isBelow(type.getPackageName(), basePackage))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .toList())));
        return contexts;
    }

    private static Map<String, String> byMarker(String marker, JavaClasses classes) {
        Map<String, String> packages = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(marker)) {
                JavaAnnotation<?> annotation = type.getAnnotationOfType(marker);
                packages.put(String.valueOf(annotation.get("value").orElse(type.getPackageName())), type.getPackageName());
            }
        }
        return packages;
    }

    /** Each package directly below the base package; where there is none, that itself. What holds only messages that others share is none. */
    private static Map<String, String> byPackage(Conventions conventions, JavaClasses classes) {
        Map<String, String> packages = new TreeMap<>();
        String base = conventions.basePackage() + ".";
        for (JavaClass type : classes) {
            if (type.getPackageName().startsWith(base)) {
                String name = type.getPackageName().substring(base.length()).split("\\.", 2)[0];
                if (Stream.of(conventions.foundations(), conventions.assemblies())
                        .flatMap(Set::stream)
                        .noneMatch(other -> Names.isBelow(base + name, other))) {
                    packages.put(name, base + name);
                }
            }
        }
        packages.values().removeIf(found -> isSharedLanguage(found, conventions, classes));
        if (packages.isEmpty() && conventions.foundations().isEmpty() && conventions.assemblies().isEmpty()) {
            String name = conventions.basePackage().substring(conventions.basePackage().lastIndexOf('.') + 1);
            packages.put(name, conventions.basePackage());
        }
        return packages;
    }

    private static boolean isSharedLanguage(String packageName, Conventions conventions, JavaClasses classes) {
        boolean handledElsewhere = false;
        for (JavaClass type : classes) {
            if (!Names.isBelow(type.getPackageName(), packageName)) {
                handledElsewhere |= type.getCodeUnits().stream()
                        .flatMap(unit -> Handling.of(unit).stream())
                        .map(Handling::payload)
                        .anyMatch(payload -> payload != null && Names.isBelow(payload.getPackageName(), packageName));
            } else if (Names.isBelow(type.getPackageName(), packageName + "." + conventions.publishedPackage())
                    || Axon.has(type, "org.springframework.stereotype.Component")
                    || Axon.hasAny(type, Axon.AGGREGATES)
                    || type.getCodeUnits().stream().anyMatch(unit -> Handling.of(unit).isPresent())) {
                return false;
            }
        }
        return handledElsewhere;
    }
}
