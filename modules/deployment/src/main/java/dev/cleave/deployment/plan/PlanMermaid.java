package dev.cleave.deployment.plan;

import dev.cleave.deployment.plan.Plan.Crossing;
import dev.cleave.deployment.plan.Plan.PlannedUnit;
import dev.cleave.deployment.plan.Plan.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan as a picture: units as boxes around their contexts, commands as full lines across cuts, events as dotted ones. */
final class PlanMermaid {

    private PlanMermaid() {}

    static String of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("flowchart LR");
        for (PlannedUnit unit : plan.units()) {
            String replicas = unit.replicas() == 1 ? "" : " x " + unit.replicas();
            lines.add("    subgraph unit-" + unit.name() + "[\"" + unit.name() + replicas + "\"]");
            unit.contexts().forEach(context -> lines.add("        " + node(context) + "[\"" + context + "\"]"));
            lines.add("    end");
        }
        Map<String, List<String>> commands = new LinkedHashMap<>();
        plan.commands().forEach(command -> commands
                .computeIfAbsent(node(command.fromContext()) + " --> " + node(command.toContext()), pair -> new ArrayList<>())
                .add(label(command)));
        Map<String, List<String>> events = new LinkedHashMap<>();
        plan.events().forEach(event -> events
                .computeIfAbsent(node(event.fromContext()) + " -.-> " + node(event.toContext()), pair -> new ArrayList<>())
                .add(label(event)));
        commands.forEach((pair, names) -> lines.add(edge(pair, names)));
        events.forEach((pair, names) -> lines.add(edge(pair, names)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String label(Crossing crossing) {
        Sent sent = crossing.sent();
        return sent == null
                ? crossing.message()
                : String.format(Locale.ROOT, "%s %s%,d×", crossing.message(), sent.atMost() ? "≤" : "", sent.times());
    }

    private static String edge(String pair, List<String> names) {
        int end = pair.lastIndexOf(' ');
        return "    " + pair.substring(0, end) + "|\"" + String.join("<br/>", names) + "\"|" + pair.substring(end);
    }

    /** Apart from the words that mean something to Mermaid. */
    private static String node(String context) {
        return "context-" + context;
    }
}
