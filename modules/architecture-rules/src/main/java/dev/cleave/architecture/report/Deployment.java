package dev.cleave.architecture.report;

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
}
