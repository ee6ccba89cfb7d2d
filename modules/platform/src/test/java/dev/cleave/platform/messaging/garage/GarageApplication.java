package dev.cleave.platform.messaging.garage;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.core.io.DefaultResourceLoader;

/** The platform with the garage as its only context. */
public final class GarageApplication {

    private GarageApplication() {}

    /** One whose data a test keeps below a folder. */
    public static SpringApplicationBuilder in(Path folder, Class<?>... sources) throws IOException {
        Path imports = folder.resolve("classes/META-INF/spring/dev.cleave.platform.placement.BoundedContext.imports");
        Files.createDirectories(imports.getParent());
        Files.writeString(imports, GarageContext.class.getName());
        URL classes = folder.resolve("classes").toUri().toURL();
        return new SpringApplicationBuilder(sources)
                .resourceLoader(new DefaultResourceLoader(
                        new URLClassLoader(new URL[] {classes}, GarageApplication.class.getClassLoader())))
                .web(WebApplicationType.NONE)
                .properties("cleave.data-directory=" + folder.resolve("data"));
    }

    /** The same for tests that run beside others: it doesn't set up the logging of the one JVM, which bears only one that does. */
    public static SpringApplicationBuilder besideOthersIn(Path folder, Class<?>... sources) throws IOException {
        LoggerContext logging = (LoggerContext) await().until(LoggerFactory::getILoggerFactory, LoggerContext.class::isInstance);
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        SpringApplicationBuilder builder = in(folder, sources);
        SpringApplication application = builder.application();
        application.setListeners(List.copyOf(application.getListeners()).stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return builder;
    }
}
