package dev.cleave.platform.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Settings that hold wherever a context runs, in the program as in its tests, unless somebody sets them otherwise. */
final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final String RESOURCE = "dev/cleave/platform/operations/defaults.properties";

    /** Axon reads these as system properties only: no call home for updates, no advertisement on the console. */
    private static final List<String> QUIET = List.of("axoniq.update-checker.disabled", "disable-axoniq-console-message");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        for (String silence : QUIET) {
            if (System.getProperty(silence) == null) {
                System.setProperty(silence, "true");
            }
        }
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("platform defaults", new ClassPathResource(RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
