package dev.cleave.platform.web;

import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Lag;
import dev.cleave.platform.processing.Lags;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.web.shop.Bench;
import dev.cleave.platform.web.shop.Shop;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Enumeration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The HTTP room alone, with one made-up context in a real store behind a real server. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebConfiguration.class
})
@Import(Shop.class)
@EnableConfigurationProperties(DataStoreProperties.class)
public class HttpRoom {

    @Bean
    Placement placement(Environment environment) {
        return Placement.of(environment, onlyShop());
    }

    @Bean
    DataStores dataStores(DataStoreProperties properties, Placement placement) {
        return new DataStores(properties, placement);
    }

    @Bean
    Lags lags(Bench bench) {
        return new Lags() {

            @Override
            public Collection<Lag> all() {
                return bench.lags;
            }

            @Override
            public Lag of(Processor processor) {
                return bench.lags.stream().filter(lag -> lag.processor().equals(processor)).findFirst().orElseThrow();
            }
        };
    }

    @Bean
    Tracing tracing() {
        return Tracing.off();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    private static ClassLoader onlyShop() {
        try {
            Path folder = Files.createTempDirectory("shop");
            Path imports = folder.resolve("META-INF/spring/dev.cleave.platform.placement.BoundedContext.imports");
            Files.createDirectories(imports.getParent());
            Files.writeString(imports, Shop.class.getName());
            return new ChildOnly(folder.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds resources in its own folder only. */
    private static final class ChildOnly extends URLClassLoader {

        ChildOnly(URL folder) {
            super(new URL[] {folder}, HttpRoom.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }

    /** A clock that a test moves on. */
    public static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        public void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
