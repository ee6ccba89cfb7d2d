package dev.cleave.platform.messaging;

import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.processing.Processors;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Measures how fast a view that inserts one row per event reads the log anew, on H2.
 *
 * <pre>cd modules/platform
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * java -cp target/classes:target/test-classes:$(cat target/test.classpath) \
 *     dev.cleave.platform.messaging.ViewReplayBenchmark 200000 3</pre>
 *
 * <p>The arguments: events, and how often to replay them.
 */
public final class ViewReplayBenchmark {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    private static final int AT_ONCE = 500;

    private ViewReplayBenchmark() {}

    public static void main(String[] args) throws Exception {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory("view-replay-benchmark-");
        Path imports = folder.resolve("classes/META-INF/spring/dev.cleave.platform.placement.BoundedContext.imports");
        Files.createDirectories(imports.getParent());
        Files.writeString(imports, GarageContext.class.getName());
        URL classes = folder.resolve("classes").toUri().toURL();
        try (ConfigurableApplicationContext garage = new SpringApplicationBuilder(Garage.class)
                .resourceLoader(new DefaultResourceLoader(
                        new URLClassLoader(new URL[] {classes}, ViewReplayBenchmark.class.getClassLoader())))
                .web(WebApplicationType.NONE)
                .properties("cleave.data-directory=" + folder.resolve("data"), "logging.level.root=WARN")
                .run()) {
            Processors processors = garage.getBean(Processors.class);
            processors.running(processors.named("garage.washing")).shutDown();
            PooledStreamingEventProcessor view = processors.running(processors.named("garage.spots"));
            view.shutDown();
            fill(garage.getBean(EventStore.class), events);
            for (int round = 1; round <= rounds; round++) {
                long begin = System.nanoTime();
                view.start();
                while (view.processingStatus().values().stream()
                        .noneMatch(part -> part.getCurrentPosition().orElse(-1) >= events - 1)
                        || view.processingStatus().isEmpty()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                System.out.println(String.format(Locale.ROOT, "round %d: %,d events, a row each, in %.2f s: %,.0f events/s",
                        round, events, seconds, events / seconds));
                view.shutDown();
                view.resetTokens();
            }
        }
        System.exit(0);
    }

    private static void fill(EventStore store, int events) {
        List<EventMessage<?>> some = new ArrayList<>(AT_ONCE);
        for (int i = 0; i < events; i++) {
            CarId car = new CarId("car-" + i);
            some.add(new GenericDomainEventMessage<>("Car", car.value(), 0, new CarParked(car)));
            if (some.size() == AT_ONCE || i == events - 1) {
                store.publish(some);
                some.clear();
            }
        }
    }
}
