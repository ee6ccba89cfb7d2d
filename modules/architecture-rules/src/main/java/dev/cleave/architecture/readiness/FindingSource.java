package dev.cleave.architecture.readiness;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.RoundTrip;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about a context. Where several sources answer the same question, their evidence is put together: one no makes it a no,
 * otherwise one yes a yes.
 */
public interface FindingSource {

    List<Finding> about(ContextModel context, Examined examined);

    /** Whether a message can be written and read back; empty if nothing is known of that. Of several sources the evidence is put together. */
    default Optional<RoundTrip> about(Message message, Examined examined) {
        return Optional.empty();
    }
}
