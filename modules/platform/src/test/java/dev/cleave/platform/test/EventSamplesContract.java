package dev.cleave.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event type of a context has stored samples of every revision that it ever had, and this build reads them all.
 *
 * <p>They are payloads as the event store holds them, in {@code src/test/resources/samples/<event>}, called as the event is stored
 * without its context's name: {@code <revision>.json},
 * with a value in every property, and beside it {@code <revision>-<anything>.json} for what one sample can't show, such as the
 * other constants of an enum. A context's test extends this class and adds nothing.
 */
@ContextTest
public abstract class EventSamplesContract {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    private final JsonMapper json = JsonMapper.shared();

    @Autowired
    private Placement placement;

    @Autowired
    private Serializer serializer;

    @Autowired
    private MessageNames names;

    @Autowired
    private Configuration axon;

    @Autowired
    private ApplicationContext application;

    @Test
    void upcastersAreWhereEveryProcessFindsThem() {
        assertThat(application.getBeanNamesForType(EventUpcaster.class))
                .as("Upcasters as beans, which only processes have that hold the context; name them in @BoundedContext instead")
                .isEmpty();
    }

    @Test
    void everyNameStandsForAClass() {
        assertThat(names.of(context())).allSatisfy(name -> assertThat(names.typeOf(name)).isPresent());
    }

    @TestFactory
    List<DynamicTest> everyEventTypeHasSamplesOfItsRevision() {
        ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        List<DynamicTest> tests = new ArrayList<>();
        records.findCandidateComponents(context().basePackage()).forEach(found -> {
            Class<?> event = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            if (!event.isRecord()) {
                return;
            }
            tests.add(DynamicTest.dynamicTest(event.getSimpleName(), () -> hasSamples(event)));
        });
        return tests;
    }

    @TestFactory
    List<DynamicTest> everySampleIsReadAndWrittenAsItWas() throws IOException {
        return samples(SAMPLES).stream()
                .map(sample -> DynamicTest.dynamicTest(SAMPLES.relativize(sample).toString(), () -> isRead(sample)))
                .toList();
    }

    private void hasSamples(Class<?> event) throws IOException {
        String revision = event.getAnnotation(Revision.class).value();
        Path sample = SAMPLES.resolve(folder(names.of(event))).resolve(revision + ".json");
        assertThat(sample)
                .as("A sample of revision %s of %s is missing; add %s", revision, event.getName(), sample.toAbsolutePath())
                .exists();
        assertThat(json.readTree(sample)).as("%s must have a value in every property", sample).noneMatch(this::isEmpty);

        List<JsonNode> all = samples(sample.getParent()).stream()
                .filter(file -> revision.equals(revision(file)))
                .map(json::readTree)
                .toList();
        for (RecordComponent component : event.getRecordComponents()) {
            if (component.getType().isEnum()) {
                String name = component.getName();
                assertThat(all)
                        .as("Samples of every %s; add %s-<%s>.json", name, sample.resolveSibling(revision), name)
                        .extracting(tree -> tree.path(name).asString(""))
                        .contains(constants(component.getType()));
            }
        }
    }

    private void isRead(Path sample) throws IOException {
        SerializedType stored = new SimpleSerializedType(
                context().name() + "." + sample.getParent().getFileName(), revision(sample));
        byte[] payload = Files.readAllBytes(sample);
        byte[] metaData = serializer.serialize(MetaData.emptyInstance(), byte[].class).getData();
        EventData<byte[]> event = new GenericDomainEventEntry<>(
                "Sample", "sample", 0, "sample", Instant.EPOCH, stored.getName(), stored.getRevision(), payload, metaData);

        List<IntermediateEventRepresentation> upcast = axon.upcasterChain()
                .upcast(Stream.of(new InitialEventRepresentation(event, serializer)))
                .toList();
        for (IntermediateEventRepresentation read : upcast) {
            Class<?> type = serializer.classForType(read.getType());
            assertThat(type).as("No event type and no upcaster reads %s", sample).isNotEqualTo(UnknownSerializedType.class);
            assertThat(read.getType())
                    .as("No upcaster brings %s to the event's revision", sample)
                    .isEqualTo(serializer.typeForClass(type));
            assertThatNoException().as("reading %s", sample).isThrownBy(() -> serializer.deserialize(read.getData()));
            if (read.getType().equals(stored)) {
                Object object = serializer.deserialize(read.getData());
                assertThat(json.readTree(serializer.serialize(object, byte[].class).getData()))
                        .as("%s, read and written again", sample)
                        .isEqualTo(json.readTree(payload));
            }
        }
    }

    private Context context() {
        return placement.held().getFirst();
    }

    private static String folder(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String[] constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toArray(String[]::new);
    }

    private static String revision(Path sample) {
        return sample.getFileName().toString().split("-|\\.json$")[0];
    }

    private boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isContainer() && (node.isEmpty() || node.valueStream().anyMatch(this::isEmpty));
    }
}
