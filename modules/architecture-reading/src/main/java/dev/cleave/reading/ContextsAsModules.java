package dev.cleave.reading;

import dev.cleave.platform.placement.BoundedContext;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/** Shows Spring Modulith the contexts as its modules, and their published languages as what these expose. */
class ContextsAsModules implements ApplicationModuleDetectionStrategy {

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getSubPackagesMatching((below, name) -> below.stream()
                .anyMatch(type -> type.getPackageName().equals(below.getName()) && type.isAnnotatedWith(BoundedContext.class)));
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage base, ApplicationModuleInformation information) {
        return NamedInterfaces.builder(base).recursive().matching("api").build();
    }
}
