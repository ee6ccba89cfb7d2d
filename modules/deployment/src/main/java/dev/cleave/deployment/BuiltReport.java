package dev.cleave.deployment;

import dev.cleave.architecture.form.ReportJson;
import dev.cleave.architecture.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The architecture report that the build left in the program. */
public final class BuiltReport {

    private static final String RESOURCE = "META-INF/cleave/architecture.json";

    private BuiltReport() {}

    /**
     * Reads it.
     *
     * @throws IllegalStateException if the program was built without one
     */
    public static Report load() {
        try (InputStream json = BuiltReport.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The program was built without " + RESOURCE + ". Build it with Maven.");
            }
            return ReportJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
