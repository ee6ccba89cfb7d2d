package dev.cleave.platform.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.placement.elsewhere.ElsewhereContext;
import dev.cleave.platform.placement.elsewhere.api.CrateWeighed;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

class UpcastersTests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "dev.cleave.platform.placement.elsewhere.api.CrateWeighed | 1 | {\"crate\": \"c-1\", \"kilograms\": 2}",
        "elsewhere.CrateWeighed | 2 | {\"crate\": \"c-1\", \"grams\": 2000}",
        "elsewhere.CrateWeighed | 3 | {\"crate\": \"c-1\", \"milligrams\": 2000000}",
    })
    void aUnitReadsEarlierFormsOfEventsWhoseContextItDoesNotHold(
            String name, String revision, String stored, @TempDir Path folder)
            throws Exception {
        Path imports = folder.resolve("classes/META-INF/spring/" + BoundedContext.class.getName() + ".imports");
        Files.createDirectories(imports.getParent());
        Files.writeString(imports, GarageContext.class.getName() + "\n" + ElsewhereContext.class.getName());
        URL classes = folder.resolve("classes").toUri().toURL();
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Garage.class)
                .resourceLoader(new DefaultResourceLoader(new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())))
                .web(WebApplicationType.NONE)
                .properties("cleave.data-directory=" + folder.resolve("data"), "cleave.contexts=garage")
                .run()) {
            assertThat(application.getBean(Placement.class).held()).extracting(Context::name).containsExactly("garage");
            assertThat(read(application, name, revision, stored)).isEqualTo(new CrateWeighed("c-1", 2_000_000));
        }
    }

    private static Object read(
            ConfigurableApplicationContext application, String name, String revision, String stored) {
        Serializer serializer = application.getBean(Configuration.class).eventSerializer();
        byte[] metaData = serializer.serialize(MetaData.emptyInstance(), byte[].class).getData();
        GenericDomainEventEntry<byte[]> event = new GenericDomainEventEntry<>("Crate", "c-1", 0, "event-1", Instant.EPOCH,
                name, revision, stored.getBytes(StandardCharsets.UTF_8), metaData);
        return application.getBean(Configuration.class).upcasterChain()
                .upcast(Stream.of(new InitialEventRepresentation(event, serializer)))
                .map(read -> serializer.deserialize(read.getData()))
                .findFirst()
                .orElseThrow();
    }
}
