package dev.cleave.bootstrap.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Shop} of a system that they share: the one at the address in the system property {@code cleave.url},
 * wherever and however that runs, or else one that is started here, once, and ended with the tests.
 */
final class SharedCleave implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedCleave.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Shared.class, key -> new Shared(), Shared.class).shop;
    }

    private static final class Shared implements AutoCloseable {

        private final RunningCleave started;
        private final Shop shop;

        private Shared() {
            String given = System.getProperty("cleave.url", "");
            started = new RunningCleave(folder(), Hurry.OPTIONS);
            shop = new Shop(given.isEmpty() ? started.start()::url : () -> URI.create(given));
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target", "cleave")), "shared-");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            started.close();
        }
    }
}
