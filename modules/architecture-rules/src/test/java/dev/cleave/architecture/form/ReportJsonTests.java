package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportJsonTests {

    private final JsonMapper mapper = new JsonMapper();

    static List<Report> reports() {
        return List.of(SampleReport.broken(), SampleReport.kept(), SampleReport.empty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsBackWhatItWrote(Report report) {
        assertThat(ReportJson.read(ReportJson.of(report))).isEqualTo(report);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void followsItsSchema(Report report) {
        assertThat(Schemas.faults(Schemas.report(), ReportJson.of(report))).isEmpty();
    }

    @Test
    void writesTheSameReportAlwaysTheSame() {
        assertThat(ReportJson.of(SampleReport.broken())).isEqualTo(ReportJson.of(SampleReport.broken())).endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void schemaIsItselfOne() {
        Schema schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(Schemas.faults(schemas, ReportJson.schema())).isEmpty();
    }

    @Test
    void schemaHasTheVersionThatIsWritten() {
        JsonNode schema = mapper.readTree(ReportJson.schema());
        assertThat(schema.at("/properties/schema/const").intValue()).isEqualTo(Report.SCHEMA);
        assertThat(schema.path("$id").stringValue()).endsWith(":" + Report.SCHEMA);
    }

    @Test
    void schemaTakesNoMemberThatItDoesNotKnow() {
        List<ObjectNode> objects = new ArrayList<>();
        ObjectNode whole = (ObjectNode) mapper.readTree(ReportJson.of(SampleReport.broken()));
        collect(whole, objects);
        Schema schema = Schemas.report();
        for (ObjectNode object : objects) {
            object.put("surprise", true);
            assertThat(Schemas.faults(schema, whole.toString())).as("surprise in %s", object).isNotEmpty();
            object.remove("surprise");
        }
        assertThat(Schemas.faults(schema, whole.toString())).isEmpty();
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !isMap(object)) {
            objects.add(object);
        }
        node.forEach(member -> collect(member, objects));
    }

    private static boolean isMap(ObjectNode object) {
        return object.has("Java") || object.properties().stream().allMatch(member -> member.getValue().isInt());
    }

    /** Looks at the records themselves, so that what no sample happens to hold is not forgotten. */
    @Test
    void schemaHasEveryMemberOfEveryPart() {
        JsonNode schema = mapper.readTree(ReportJson.schema());
        Set<Class<?>> seen = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        compare(Report.class, schema, schema, seen, faults);
        assertThat(faults).isEmpty();
        assertThat(seen).hasSizeGreaterThan(30);
        assertThat(schema.path("$defs").size()).isEqualTo(seen.size() - 1);
    }

    private void compare(Class<?> type, JsonNode described, JsonNode schema, Set<Class<?>> seen, List<String> faults) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isEnum()) {
            List<String> constants = new ArrayList<>();
            described.path("enum").forEach(constant -> constants.add(constant.stringValue()));
            List<String> written = Arrays.stream(type.getEnumConstants()).map(mapper::writeValueAsString)
                    .map(json -> json.replace("\"", "")).toList();
            if (!constants.equals(written)) {
                faults.add(type + " has " + written + ", the schema " + constants);
            }
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.add(component.getName());
            JsonNode member = described.path("properties").path(component.getName());
            boolean nullable = nullable(component.getAnnotatedType()) || nullable(component);
            if (nullable != takesNull(member)) {
                faults.add(type.getSimpleName() + "." + component.getName() + (nullable ? " may" : " may not")
                        + " be null, which the schema denies: " + member);
            }
            describe(component.getAnnotatedType(), member, schema, seen, faults);
        }
        Set<String> properties = new LinkedHashSet<>(described.path("properties").propertyNames());
        Set<String> required = new LinkedHashSet<>();
        described.path("required").forEach(name -> required.add(name.stringValue()));
        if (!properties.equals(members) || !required.equals(members) || described.path("additionalProperties").asBoolean(true)) {
            faults.add(type.getSimpleName() + " has " + members + ", the schema " + properties + " and requires " + required);
        }
    }

    private void describe(AnnotatedType type, JsonNode member, JsonNode schema, Set<Class<?>> seen, List<String> faults) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            String inner = raw == List.class ? "items" : "additionalProperties";
            describe(arguments[arguments.length - 1], member.path(inner), schema, seen, faults);
        } else if (type.getType() instanceof Class<?> plain && (plain.isRecord() || plain.isEnum())) {
            String reference = member.path("anyOf").path(0).path("$ref").asString(member.path("$ref").asString(""));
            if (reference.isEmpty()) {
                faults.add("The schema does not say what " + plain.getSimpleName() + " is: " + member);
            } else {
                compare(plain, schema.at(reference.substring(1)), schema, seen, faults);
            }
        }
    }

    private static boolean nullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private static boolean takesNull(JsonNode member) {
        for (JsonNode type : member.path("type")) {
            if (type.stringValue().equals("null")) {
                return true;
            }
        }
        return member.has("anyOf");
    }

    @Test
    void refusesAnotherVersionsForm() {
        String older = ReportJson.of(SampleReport.kept()).replaceFirst("\"schema\" : 2,", "\"schema\" : 1,");
        assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> ReportJson.read(older))
                .withMessage("This text is a report in form 1, and form 2 is read here: "
                        + "make it anew with the present version from the commit it was made from.");
        String newer = ReportJson.of(SampleReport.kept()).replaceFirst("\"schema\" : 2,", "\"schema\" : 3,\n\"novelty\" : 1,");
        assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> ReportJson.read(newer))
                .withMessage("This text is a report in form 3, and form 2 is read here: "
                        + "update the architecture rules to the version that it was made with.");
    }

    @Test
    void refusesWhatIsNoReport(@TempDir Path folder) throws IOException {
        for (String text : List.of("", "no JSON", "[]", "{}", "{\"schema\": \"1\"}", "{\"schema\": 2}",
                ReportJson.of(SampleReport.kept()) + "{}",
                ReportJson.of(SampleReport.kept()).replace("\"system\"", "\"sistem\""))) {
            Path file = Files.writeString(folder.resolve("report.json"), text);
            assertThatExceptionOfType(UnreadableReport.class).as(text).isThrownBy(() -> ReportJson.read(file))
                    .withMessageStartingWith(file + " is no architecture report: ");
        }
    }
}
