package dev.cleave.simulator;

import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.ProviderReport;
import dev.cleave.payment.port.Reference;
import dev.cleave.platform.json.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a report says. */
record ReportBody(String id, String reference, String outcome, @Nullable String reason) {

    private static final JsonMapper JSON = Json.forMessages().build();

    static ReportBody of(Books.Report report, Question decided) {
        return new ReportBody(
                report.id(),
                report.reference().text(),
                decided.outcome().name().toLowerCase(Locale.ROOT),
                decided.reason());
    }

    /** @throws IllegalArgumentException if it makes no sense */
    static ReportBody read(byte[] body) {
        try {
            ReportBody read = JSON.readValue(body, ReportBody.class);
            if (read == null || read.reference() == null || read.outcome() == null) {
                throw new IllegalArgumentException("A report names a reference and an outcome");
            }
            return read;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a report", e);
        }
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    ProviderReport report() {
        return new ProviderReport(Reference.parse(reference), switch (outcome) {
            case "approved" -> ProviderAnswer.APPROVED;
            case "declined" -> ProviderAnswer.declined(reason == null ? "declined" : reason);
            case "undone" -> ProviderAnswer.undone(reason == null ? "undone" : reason);
            case "pending" -> ProviderAnswer.PENDING;
            default -> throw new IllegalArgumentException("A report says approved, declined, undone or pending");
        });
    }
}
