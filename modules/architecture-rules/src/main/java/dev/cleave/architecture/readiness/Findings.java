package dev.cleave.architecture.readiness;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.Readiness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts all answers about all contexts together. */
public final class Findings {

    private Findings() {}

    /** The answers that the code gives, and those of further sources; every question is there for every context. */
    public static List<Readiness> of(Examined examined, List<FindingSource> sources) {
        List<FindingSource> all = Stream.concat(Stream.of(new FromCode()), sources.stream()).toList();
        return examined.model().contexts().stream().map(context -> of(context, examined, all)).toList();
    }

    private static Readiness of(ContextModel context, Examined examined, List<FindingSource> sources) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            findings.put(question.text(), question.open());
        }
        findings.put(Question.ROUND_TRIP.text(), RoundTrips.about(context, examined, sources));
        for (FindingSource source : sources) {
            source.about(context, examined).forEach(finding -> findings.merge(finding.question(), finding, Findings::together));
        }
        return new Readiness(context.name(), findings.values().stream().map(Findings::withEvidence).toList());
    }

    private static Finding together(Finding first, Finding second) {
        List<String> evidence = new ArrayList<>(first.evidence());
        evidence.addAll(second.evidence());
        return new Finding(first.question(), together(first.answer(), second.answer()), List.copyOf(evidence));
    }

    static @Nullable Boolean together(@Nullable Boolean first, @Nullable Boolean second) {
        if (Objects.equals(first, false) || Objects.equals(second, false)) {
            return false;
        }
        return first == null ? second : first;
    }

    private static Finding withEvidence(Finding finding) {
        return finding.evidence().isEmpty()
                ? new Finding(finding.question(), finding.answer(), List.of("The code does not tell."))
                : finding;
    }
}
