package dev.cleave.architecture.form;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.ContextMap;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.Provenance;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Unit;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** A report whose words hold whatever could be taken for markup, in every form. */
final class Awkward {

    static final String WORDS =
            "<b>\"It's\" & `x|y` ]]> --> ~a~ **b** __c__ //d// @Policy #12 [l](u) {n} $v %d() ;\n@enduml\n\t\u0007end";

    private Awkward() {}

    static Report report() {
        return of(WORDS, 3);
    }

    /** With two violations of one rule, in other lines. */
    static Report moved(int lines) {
        return of("Words", lines);
    }

    private static Report of(String words, int line) {
        Violation violation = new Violation(
                new Location("a.Ärger", words, "src/main/java/a b/Ärger#.java", line), words, List.of(words, words), words);
        Violation placeless = new Violation(new Location("a.Elsewhere", null, null, 0), words, words);
        RuleResult failed = new RuleResult("awkward", words, words, words, Outcome.FAILED,
                new LinkedHashMap<>(java.util.Map.of(words, 1)), List.of(violation, placeless), List.of(), List.of(), List.of());
        RuleResult frozen = new RuleResult("awkward-too", words, words, words, Outcome.FROZEN,
                new LinkedHashMap<>(), List.of(), List.of(violation), List.of(words), List.of());
        ContextModel.Store store = new ContextModel.Store(null, List.of(), List.of(), List.of());
        List<ContextModel> contexts = List.of(
                new ContextModel("end", "a.end", "a.end.api", words, List.of(), List.of(), List.of(), store, List.of(), List.of(),
                        List.of()),
                new ContextModel("a-b", "a.b", "a.b.api", words, List.of(), List.of(), List.of(), store, List.of(), List.of(),
                        List.of()),
                new ContextModel("a_b", "a.c", "a.c.api", words, List.of(), List.of(), List.of(), store, List.of(), List.of(),
                        List.of()));
        List<Message> messages = List.of(
                message("a.end.api.Outer$end", Kind.COMMAND, "end", List.of("a.b.api.end")),
                message("a.b.api.end", Kind.EVENT, "a-b", List.of("a.c.api.end")),
                message("a.c.api.end", Kind.QUERY, "a_b", List.of("a.shared.end", "a.nowhere.Known")),
                message("a.shared.end", Kind.EVENT, "", List.of("a.end.api.Outer$end")));
        return new Report(
                Report.SCHEMA,
                words,
                new Provenance(null, words, true, Instant.parse("2026-03-14T09:26:53.123456Z"), new LinkedHashMap<>()),
                new Verdict(false, 2, 0, 1, 1, 2, 1, 3),
                List.of(failed, frozen),
                contexts,
                messages,
                List.of(),
                List.of(new Wait(words, "end", List.of(new Wait.Length(words, words), new Wait.Length(null, null)),
                        List.of(new Wait.Step(List.of(words), words, new Location(words, words, words, 1))),
                        List.of(), List.of(), List.of(words))),
                new ContextMap(
                        List.of(new MessageEdge("end", "a-b",
                                List.of(new Passage("a.b.api.end", Kind.QUERY, List.of(), List.of()))),
                                new MessageEdge("a-b", "a_b",
                                        List.of(new Passage("a.c.api.end", Kind.EVENT, List.of(), List.of()))),
                                new MessageEdge("a-b", "elsewhere",
                                        List.of(new Passage("a.c.api.end", Kind.EVENT, List.of(), List.of())))),
                        List.of(), List.of()),
                List.of(new Placement("a b/c", words, words,
                        List.of(new Unit(words, List.of("end", "a-b"), 3, words),
                                new Unit("end", List.of("a_b", "later"), 1, "h2")),
                        List.of(), 0)),
                List.of(), List.of(), List.of(), null, null);
    }

    private static Message message(String type, Kind kind, String context, List<String> leadsTo) {
        return new Message(type, kind, context, true, false, WORDS, WORDS, List.of(), List.of(), List.of(), List.of(WORDS),
                leadsTo,
                new Location(type, null, null, 0));
    }
}
