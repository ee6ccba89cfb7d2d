package dev.cleave.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors check by the schema is what the program checks. */
class ProfileSchemaTests {

    private static final Path FOLDER = Path.of("..", "deployment-profiles");
    private static final String CONTEXTS = "contexts: [catalog, inventory, ordering, payment, shipping, notification]";

    private final String text = read(FOLDER.resolve("profile.schema.json"));
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);

    static List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> kept = files.filter(file -> file.endsWith("profile.yaml")).sorted().toList();
            assertThat(kept).hasSameSizeAs(Profiles.names());
            return kept;
        }
    }

    @ParameterizedTest
    @MethodSource("keptFiles")
    void keptFilesFollowIt(Path file) {
        String profile = read(file);
        assertThat(schema.validate(profile, InputFormat.YAML)).isEmpty();
        assertThat(profile).startsWith("# yaml-language-server: $schema=../profile.schema.json\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "units: { all: { CONTEXTS } }",
                "units: { all: { CONTEXTS, replicas: 2, store: postgresql, memory: 384Mi } }",
                "units: { all: { CONTEXTS, replicas: 1, store: h2, memory: 2Gi } }",
                "{ messaging: in-process, description: All., units: { all: { CONTEXTS } } }",
            })
    void takesWhatTheProgramTakes(String profile) {
        String filled = profile.replace("CONTEXTS", CONTEXTS);
        assertThat(schema.validate(filled, InputFormat.YAML)).isEmpty();
        assertThatCode(() -> readByProgram(filled)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "units: {}",
                "units: []",
                "{ units: { all: { CONTEXTS } }, extra: 1 }",
                "{ units: { all: { CONTEXTS } }, description: [1] }",
                "{ units: { all: { CONTEXTS } }, messaging: pigeon }",
                "units: { all: { contexts: [] } }",
                "units: { all: { contexts: catalog } }",
                "units: { all: { contexts: [accounting] } }",
                "units: { all: { contexts: [catalog, catalog] } }",
                "units: { all: { replicas: 1 } }",
                "units: { all: null }",
                "units: { All: { CONTEXTS } }",
                "units: { all-: { CONTEXTS } }",
                "units: { axon-server: { CONTEXTS } }",
                "units: { postgresql: { CONTEXTS } }",
                "units: { front: { CONTEXTS } }",
                "units: { aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde: { CONTEXTS } }",
                "units: { all: { CONTEXTS, stroe: h2 } }",
                "units: { all: { CONTEXTS, store: oracle } }",
                "units: { all: { CONTEXTS, replicas: 0, store: postgresql } }",
                "units: { all: { CONTEXTS, replicas: 101, store: postgresql } }",
                "units: { all: { CONTEXTS, replicas: two, store: postgresql } }",
                "units: { all: { CONTEXTS, replicas: 2 } }",
                "units: { all: { CONTEXTS, replicas: 2, store: h2 } }",
                "units: { all: { CONTEXTS, memory: 383Mi } }",
                "units: { all: { CONTEXTS, memory: 512M } }",
                "units: { all: { CONTEXTS, memory: 1024 } }",
            })
    void refusesWhatTheProgramRefuses(String profile) {
        String filled = profile.replace("CONTEXTS", CONTEXTS);
        assertThat(schema.validate(filled, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> readByProgram(filled)).isInstanceOf(UnusableProfile.class);
    }

    @Test
    void namesTheContextsOfTheProgram() {
        Set<String> named = new TreeSet<>();
        json().at("/$defs/context/oneOf").forEach(choice -> named.add(choice.get("const").asString()));
        assertThat(named).isEqualTo(Profiles.contexts());
    }

    @Test
    void describesEveryKey() {
        for (String properties : List.of("/properties", "/$defs/unit/properties")) {
            assertThat(json().at(properties).properties()).isNotEmpty().allSatisfy(property -> assertThat(
                    property.getValue().has("description"))
                    .as(property.getKey())
                    .isTrue());
        }
    }

    @Test
    void isItselfASchema() {
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(rules.validate(text, InputFormat.JSON).stream().map(Object::toString).collect(Collectors.joining())).isEmpty();
    }

    private JsonNode json() {
        return new JsonMapper().readTree(text);
    }

    private static void readByProgram(String profile) {
        new ProfileReader("some", "some.yaml", Profiles.contexts(), () -> BuiltReport.load().messages()).read(profile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
