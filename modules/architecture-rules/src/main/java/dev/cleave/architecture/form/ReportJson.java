package dev.cleave.architecture.form;

import dev.cleave.architecture.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report as {@code report.json}. The same report is always the same text; what has been written is read back equal.
 *
 * <p>The form is published as a JSON schema. A change that an earlier reader could stumble over, which any new member is, raises
 * {@link Report#SCHEMA}.
 */
public final class ReportJson {

    static final String SCHEMA_FILE = "architecture-report.schema.json";

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
            .build();

    private ReportJson() {}

    /** Writes a report. */
    public static String of(Report report) {
        return text(report);
    }

    /**
     * Reads a report.
     *
     * @throws UnreadableReport if it is none, or is in another version's form
     */
    public static Report read(String json) {
        return read(json, "This text");
    }

    /**
     * Reads a report from a file.
     *
     * @throws UnreadableReport if it is none, or is in another version's form
     * @throws UncheckedIOException if there is no such file
     */
    public static Report read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static Report read(String json, String from) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode schema = tree.path("schema");
            if (!schema.isInt()) {
                throw new UnreadableReport(from + " is no architecture report: it does not say which form it has.", null);
            }
            if (schema.intValue() != Report.SCHEMA) {
                throw new UnreadableReport(from + " is a report in form " + schema.intValue() + ", and form " + Report.SCHEMA
                        + " is read here: " + (schema.intValue() < Report.SCHEMA
                                ? "make it anew with the present version from the commit it was made from."
                                : "update the architecture rules to the version that it was made with."),
                        null);
            }
            return MAPPER.treeToValue(tree, Report.class);
        } catch (JacksonException e) {
            throw new UnreadableReport(from + " is no architecture report: " + e.getOriginalMessage(), e);
        }
    }

    /** The JSON schema of what is written. */
    public static String schema() {
        try (InputStream schema = Objects.requireNonNull(ReportJson.class.getResourceAsStream(SCHEMA_FILE), SCHEMA_FILE)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any JSON, in the way in which all of it is written here. */
    static String text(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }
}
