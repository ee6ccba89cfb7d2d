package dev.cleave.architecture.form;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs where, drawn in PlantUML with the vocabulary of C4, which PlantUML brings along and Mermaid does not draw well yet. */
final class PlantUmlDiagrams {

    private PlantUmlDiagrams() {}

    /** What runs where, by profile; if no profile is known, all contexts in one system, under the name {@code null}. */
    static Map<@Nullable String, String> containers(Report report) {
        Map<@Nullable String, String> drawings = new LinkedHashMap<>();
        if (report.placements().isEmpty()) {
            drawings.put(null, unplaced(report));
        }
        for (Placement placement : report.placements()) {
            drawings.put(placement.profile(), placed(report, placement));
        }
        return drawings;
    }

    private static String unplaced(Report report) {
        Map<String, String> contexts = Words.contextNodes(report);
        StringBuilder text = new StringBuilder("@startuml c4-containers\n!include <C4/C4_Container>\n");
        line(text, "title " + escaped(report.system()));
        line(text, "System_Boundary(system, \"" + escaped(report.system()) + "\") {");
        for (ContextModel context : report.contexts()) {
            line(text, "  Container(" + contexts.get(context.name()) + ", \"" + escaped(context.name()) + "\", \"context\", \""
                    + escaped(context.purpose() == null ? "" : context.purpose()) + "\")");
        }
        line(text, "}");
        for (MessageEdge edge : report.map().messages()) {
            line(text, "Rel(" + contexts.get(edge.from()) + ", " + contexts.get(edge.to()) + ", \"" + Words.counts(edge)
                    + "\")");
        }
        return text.append("SHOW_LEGEND()\n@enduml\n").toString();
    }

    private static String placed(Report report, Placement placement) {
        Map<String, String> contexts = Words.contextNodes(report);
        Map<String, String> units = Words.nodes("u", placement.units().stream().map(Unit::name).toList());
        StringBuilder text = new StringBuilder(
                "@startuml c4-containers-" + Words.kebab(placement.profile()) + "\n!include <C4/C4_Component>\n");
        line(text, "title " + escaped(report.system()) + ", profile " + escaped(placement.profile()) + ": "
                + escaped(placement.description()));
        line(text, "System_Boundary(system, \"" + escaped(report.system()) + "\") {");
        for (Unit unit : placement.units()) {
            String node = units.get(unit.name());
            line(text, "  Container_Boundary(" + node + ", \"" + escaped(unit.name()) + "\", $descr=\""
                    + Words.count(unit.replicas(), "replica", "replicas") + "\") {");
            for (String context : unit.contexts()) {
                line(text, "    Component(" + contexts.get(context) + ", \"" + escaped(context) + "\", \"context\")");
            }
            line(text, "  }");
            if (unit.store() != null) {
                line(text, "  ContainerDb(" + node + "_store, \"Stores of " + escaped(unit.name()) + "\", \""
                        + escaped(unit.store()) + "\", \"One for each context\")");
                for (String context : unit.contexts()) {
                    line(text, "  Rel(" + contexts.get(context) + ", " + node + "_store, \"keeps its data in\")");
                }
            }
        }
        line(text, "}");
        for (MessageEdge edge : report.map().messages()) {
            @Nullable String from = unitOf(placement, edge.from());
            @Nullable String to = unitOf(placement, edge.to());
            if (from != null && to != null) {
                line(text, "Rel(" + contexts.get(edge.from()) + ", " + contexts.get(edge.to()) + ", \"" + Words.counts(edge)
                        + "\", \"" + (from.equals(to) ? "within the unit" : escaped(placement.messaging())) + "\")");
            }
        }
        return text.append("SHOW_LEGEND()\n@enduml\n").toString();
    }

    private static @Nullable String unitOf(Placement placement, String context) {
        return placement.units().stream()
                .filter(unit -> unit.contexts().contains(context))
                .map(Unit::name)
                .findFirst()
                .orElse(null);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** Characters that have a meaning, alone or when doubled, as their numbers. */
    private static String escaped(String label) {
        StringBuilder escaped = new StringBuilder();
        int before = ' ';
        for (int c : label.codePoints().toArray()) {
            if (Character.isISOControl(c)) {
                escaped.append(' ');
            } else if ("\"<>\\~$%{}[]|&`^".indexOf(c) >= 0 || "*_/-='#".indexOf(c) >= 0 && c == before) {
                escaped.append(String.format("<U+%04X>", c));
            } else {
                escaped.appendCodePoint(c);
            }
            before = c;
        }
        return escaped.toString();
    }
}
