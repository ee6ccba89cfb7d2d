package dev.cleave.bootstrap.settings;

import dev.cleave.platform.failure.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses a mistyped setting of the program's own, which would otherwise be as if it had not been given: data would go where nobody
 * looks for it. System properties and environment variables are left alone, because others may use them.
 */
final class UnknownSettings implements EnvironmentPostProcessor, Ordered {

    private static final Set<String> SHARED_WITH_OTHERS = Set.of(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);

    private record Given(ConfigurationPropertyName name, String place) {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<Given> given = environment.getPropertySources().stream()
                .filter(source -> source instanceof EnumerablePropertySource && !SHARED_WITH_OTHERS.contains(source.getName()))
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(UnknownSettings::ours)
                .toList();
        if (given.isEmpty()) {
            return;
        }
        KnownSettings known = known(application.getClassLoader());
        List<String> faults = new ArrayList<>();
        for (Given setting : given) {
            if (!known.contains(setting.name())) {
                faults.add("There is no setting " + setting.name() + " (" + setting.place() + "). "
                        + Names.nearest(setting.name().toString(), known.names())
                                .map(nearest -> "Did you mean " + nearest + "?")
                                .orElse("Leave it out, or correct it."));
            }
        }
        if (!faults.isEmpty()) {
            throw new UnknownSetting(String.join(System.lineSeparator(), faults));
        }
    }

    private static Stream<Given> ours(EnumerablePropertySource<?> source) {
        return Stream.of(source.getPropertyNames())
                .map(name -> new Given(ConfigurationPropertyName.adapt(name, '.'), place(source, name)))
                .filter(setting -> KnownSettings.ROOT.isAncestorOf(setting.name()));
    }

    private static String place(EnumerablePropertySource<?> source, String name) {
        return Optional.ofNullable(OriginLookup.getOrigin(source, name)).map(Origin::toString).orElseGet(source::getName);
    }

    private static KnownSettings known(ClassLoader classes) {
        try {
            return KnownSettings.read(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the files of settings are read; a wrong profile is told first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 5;
    }
}
