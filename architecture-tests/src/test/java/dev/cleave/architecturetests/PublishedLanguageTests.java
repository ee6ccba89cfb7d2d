package dev.cleave.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cleave.architecture.form.Forms;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the report publishes about the form of events against the stored samples of them, which are what is really written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedLanguageTests {

    private static final JsonMapper JSON = new JsonMapper();

    private ObjectNode published;

    @BeforeAll
    void publish() {
        published = (ObjectNode) JSON.readTree(Forms.of(CleaveSystem.REPORT).get("asyncapi.json"));
        close(published.path("components"));
    }

    record Sample(Message event, Path file) {

        @Override
        public String toString() {
            return event.name() + " " + file.getFileName();
        }
    }

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Message event : CleaveSystem.messages(Kind.EVENT).filter(event -> !event.internal()).toList()) {
            Path folder = CleaveSystem.root()
                    .resolve("modules").resolve(event.context()).resolve("src/test/resources/samples").resolve(event.name());
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches(event.revision() + "(-.*)?\\.json"))
                        .sorted()
                        .forEach(file -> samples.add(new Sample(event, file)));
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesWhatIsReallyWritten(Sample sample) throws IOException {
        assertThat(faults(sample.event().name(), Files.readString(sample.file()))).isEmpty();
    }

    @Test
    void hasASampleOfEachEvent() throws IOException {
        List<Message> events = CleaveSystem.messages(Kind.EVENT).filter(event -> !event.internal()).toList();
        assertThat(events).hasSizeGreaterThan(30);
        assertThat(samples()).extracting(Sample::event).containsAll(events);
    }

    @Test
    void doesNotTakeWhatIsNeverWritten() {
        assertThat(faults("PriceChanged", "{\"sku\":\"a\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}")).isEmpty();
        assertThat(faults("PriceChanged", "{\"sku\":\"a\"}")).isNotEmpty();
        assertThat(faults("PriceChanged", "{\"sku\":{\"value\":\"a\"},\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}"))
                .isNotEmpty();
        assertThat(faults("PriceChanged", "{\"sku\":\"a\",\"cost\":1,\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}"))
                .isNotEmpty();
    }

    private List<Error> faults(String message, String payload) {
        ObjectNode schema = JSON.createObjectNode();
        schema.putArray("allOf").add(published.path("components").path("messages").path(message).path("payload"));
        schema.putObject("components").set("schemas", published.path("components").path("schemas"));
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema.toString());
        return rules.validate(payload, InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** So that a field that is not published is noticed. */
    private static void close(JsonNode schemas) {
        if (schemas instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        schemas.forEach(PublishedLanguageTests::close);
    }
}
