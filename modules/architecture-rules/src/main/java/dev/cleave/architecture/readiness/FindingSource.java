package dev.cleave.architecture.readiness;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.report.Report.Finding;
import java.util.List;

/**
 * Answers questions about a context. Where several sources answer the same question, their evidence is put together: one no makes it a no,
 * otherwise one yes a yes.
 */
public interface FindingSource {

    List<Finding> about(ContextModel context, Examined examined);
}
