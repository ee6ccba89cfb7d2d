package dev.cleave.architecture.report;

import dev.cleave.architecture.report.Report.Crossing;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to put contexts into processes, for which the report tells what becomes of the messages.
 *
 * @param profile its name
 * @param description one sentence
 * @param messaging how units talk to each other
 * @param units every context is in exactly one
 */
public record Deployment(String profile, String description, String messaging, List<Report.Unit> units) {

    public Deployment {
        units = List.copyOf(units);
    }

    /** The name of the unit that holds a context. */
    public Optional<String> unitOf(String context) {
        return units.stream().filter(unit -> unit.contexts().contains(context)).map(Report.Unit::name).findFirst();
    }

    /**
     * What it makes of the messages between contexts.
     *
     * @throws IllegalArgumentException if it puts a context into no unit
     */
    public Placement placement(List<MessageEdge> edges) {
        List<Crossing> crossings = new ArrayList<>();
        int local = 0;
        for (MessageEdge edge : edges) {
            String from = unitHolding(edge.from());
            String to = unitHolding(edge.to());
            if (from.equals(to)) {
                local += edge.passages().size();
            } else {
                edge.passages().forEach(passage -> crossings.add(
                        new Crossing(passage.type(), passage.kind(), from, edge.from(), to, edge.to())));
            }
        }
        return new Placement(profile, description, messaging, units, crossings, local);
    }

    private String unitHolding(String context) {
        return unitOf(context).orElseThrow(() -> new IllegalArgumentException(
                "Deployment profile " + profile + " puts the context " + context + " into no unit."));
    }
}
