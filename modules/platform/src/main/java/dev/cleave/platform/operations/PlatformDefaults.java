package dev.cleave.platform.operations;

import dev.cleave.platform.placement.Transport;
import dev.cleave.platform.telemetry.CleanStackTraces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Settings that hold wherever a context runs, in the program as in its tests, unless somebody sets them otherwise. They come last, so
 * that what a deployment profile has set is seen.
 */
final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String RESOURCE = "dev/cleave/platform/operations/defaults.properties";
    private static final String CUT_RESOURCE = "dev/cleave/platform/operations/cut-defaults.properties";

    /** Axon reads these as system properties only: no call home for updates, no advertisement on the console. */
    private static final List<String> QUIET = List.of("axoniq.update-checker.disabled", "disable-axoniq-console-message");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        CleanStackTraces.makeKnown();
        for (String silence : QUIET) {
            if (System.getProperty(silence) == null) {
                System.setProperty(silence, "true");
            }
        }
        boolean cut = Transport.BY_AXON_SERVER.equals(environment.getProperty(Transport.SETTING));
        environment.getPropertySources().addLast(
                new MapPropertySource("transport", Map.of("axon.axonserver.enabled", cut)));
        if (cut) {
            addLast(environment, "defaults of a cut", CUT_RESOURCE);
        }
        addLast(environment, "platform defaults", RESOURCE);
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            environment.getPropertySources().addLast(new MapPropertySource(
                    "management address", Map.of("management.server.address", "${server.address}")));
        }
    }

    private static void addLast(ConfigurableEnvironment environment, String name, String resource) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(name, new ClassPathResource(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
