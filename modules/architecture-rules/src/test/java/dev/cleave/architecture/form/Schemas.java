package dev.cleave.architecture.form;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Published JSON schemas, at hand without a network. */
final class Schemas {

    private Schemas() {}

    static Schema report() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(ReportJson.schema());
    }

    static Schema sarif() {
        return draft7("/schema/sarif-schema-2.1.0.json");
    }

    static Schema asyncApi() {
        return draft7("/published-schemas/asyncapi/3.0.0.json");
    }

    /** What is wrong with a document, formats among it. */
    static List<Error> faults(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema draft7(String resource) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text(resource));
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
