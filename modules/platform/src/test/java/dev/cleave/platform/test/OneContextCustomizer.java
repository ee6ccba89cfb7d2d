package dev.cleave.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** Gives a context under test a data folder of its own, which goes when the tests end. */
record OneContextCustomizer(String context) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext application, MergedContextConfiguration configuration) {
        Path folder = folder();
        TestPropertyValues.of(
                "cleave.contexts=" + context,
                "cleave.data-directory=" + folder,
                "cleave.messaging.in-process=serialised")
                .applyTo(application);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cleave-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            String[] parts = testClass.getPackageName().split("\\.");
            return new OneContextCustomizer(parts[2]);
        }
    }
}
