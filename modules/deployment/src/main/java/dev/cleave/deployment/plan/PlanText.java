package dev.cleave.deployment.plan;

import dev.cleave.deployment.plan.Plan.Crossing;
import dev.cleave.deployment.plan.Plan.CrossingCommand;
import dev.cleave.deployment.plan.Plan.CrossingEvent;
import dev.cleave.deployment.plan.Plan.Database;
import dev.cleave.deployment.plan.Plan.Measured;
import dev.cleave.deployment.plan.Plan.PlannedUnit;
import dev.cleave.deployment.plan.Plan.Sent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan for people: tables in the width of a terminal. */
final class PlanText {

    private static final String GAP = "  ";

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(Plan plan) {
        PlanText printed = new PlanText();
        printed.head(plan);
        printed.units(plan.units());
        printed.needs(plan.units());
        printed.crossings(plan);
        return printed.text.toString();
    }

    private void head(Plan plan) {
        line(plan.profile() + (plan.description().isEmpty() ? "" : ": " + plan.description()));
        line(plan.messaging().equals("axon-server")
                ? "Commands and events travel over Axon Server, which keeps the events. Every unit needs it, and "
                        + Plan.TOKEN + " if it asks for one."
                : "Commands and events stay in the one process, which keeps the events.");
        line("");
    }

    private void units(List<PlannedUnit> units) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("UNIT", "CONTEXTS", "REPLICAS", "MEMORY", "STORE"));
        for (PlannedUnit unit : units) {
            rows.add(List.of(
                    unit.name(),
                    String.join(", ", unit.contexts()),
                    String.valueOf(unit.replicas()),
                    unit.memory(),
                    unit.store()));
        }
        table("", rows);
        line("");
    }

    private void needs(List<PlannedUnit> units) {
        line("NEEDS");
        int column = width(units.stream().map(PlannedUnit::name).toList());
        for (PlannedUnit unit : units) {
            String name = padded(unit.name(), column);
            for (String need : needs(unit)) {
                line(GAP + name + GAP + need);
                name = " ".repeat(column);
            }
        }
        line("");
    }

    private List<String> needs(PlannedUnit unit) {
        List<String> needs = new ArrayList<>();
        if (unit.needs().files()) {
            needs.add("a folder that outlives the process, for its files");
        }
        List<Database> databases = unit.needs().databases();
        if (!databases.isEmpty()) {
            needs.add("PostgreSQL; " + (databases.size() == 1 ? "database " : "databases ")
                    + databases.stream().map(Database::name).collect(Collectors.joining(", "))
                    + (databases.size() == 1 ? ", with a user of that name" : ", each with a user of its name"));
            unit.needs().secrets().forEach(secret -> needs.add(GAP + secret));
        }
        return needs;
    }

    private void crossings(Plan plan) {
        if (plan.units().size() == 1) {
            line("No message crosses a cut, because there is none.");
        } else {
            line("COMMANDS THAT CROSS A CUT: " + plan.commands().size() + inAll(plan.commands(), plan));
            groups(plan.commands(), PlanText::row);
            line("");
            line("EVENTS THAT CROSS A CUT: " + plan.events().size() + inAll(plan.events(), plan));
            groups(plan.events(), PlanText::row);
        }
        if (plan.measured() != null) {
            line("");
            measured(plan.measured());
        }
    }

    private static String inAll(List<? extends Crossing> crossings, Plan plan) {
        return plan.measured() == null ? "" : ", sent " + inAll(crossings) + " in the run";
    }

    private void measured(Measured run) {
        long all = run.crossing() + run.local();
        line("THE RUN MEASURED IN " + run.source());
        line(GAP + figure(run.crossing()) + " of " + figure(all) + " messages between contexts cross a cut"
                + (all == 0 ? "." : String.format(Locale.ROOT, " (%.0f %%).", 100.0 * run.crossing() / all)));
        run.notes().forEach(note -> line(GAP + note));
    }

    private static List<String> row(CrossingCommand command) {
        return List.of(
                command.command(),
                "sent by " + String.join(", ", command.senders()),
                "handled by " + command.toContext() + "'s " + command.handler());
    }

    private static List<String> row(CrossingEvent event) {
        return List.of(
                event.event(),
                "applied by " + event.fromContext() + "'s " + event.aggregate(),
                "handled by " + String.join(", ", event.processors()));
    }

    /** One table for each pair of units; columns are aligned through all of them. */
    private <T extends Crossing> void groups(List<T> crossings, Function<T, List<String>> row) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T crossing : crossings) {
            groups.computeIfAbsent(crossing.fromUnit() + " -> " + crossing.toUnit(), units -> new ArrayList<>()).add(crossing);
        }
        List<String> sent = sent(crossings);
        List<List<String>> rows = new ArrayList<>();
        for (int place = 0; place < crossings.size(); place++) {
            List<String> cells = new ArrayList<>(row.apply(crossings.get(place)));
            if (!sent.isEmpty()) {
                cells.add(1, sent.get(place));
            }
            rows.add(cells);
        }
        List<Integer> widths = widths(rows);
        Iterator<List<String>> next = rows.iterator();
        groups.forEach((units, group) -> {
            line(GAP + units + (sent.isEmpty() ? "" : ": " + inAll(group)));
            group.forEach(crossing -> line(GAP + GAP + aligned(next.next(), widths)));
        });
    }

    /** How often each was sent, with the figures one below the other; empty if none were given. */
    private static List<String> sent(List<? extends Crossing> crossings) {
        List<Sent> sent = crossings.stream().map(Crossing::sent).filter(Objects::nonNull).toList();
        List<String> figures = sent.stream().map(each -> (each.atMost() ? "at most " : "") + times(each.times())).toList();
        int column = figures.stream().mapToInt(figure -> figure.lastIndexOf(' ')).max().orElse(0);
        return figures.stream().map(figure -> " ".repeat(column - figure.lastIndexOf(' ')) + figure).toList();
    }

    private static String inAll(List<? extends Crossing> crossings) {
        boolean atMost = crossings.stream().map(Crossing::sent).anyMatch(sent -> sent != null && sent.atMost());
        return (atMost ? "at most " : "") + times(Plan.sum(crossings.stream()));
    }

    private static String times(long count) {
        return figure(count) + (count == 1 ? " time" : " times");
    }

    private static String figure(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void table(String indent, List<List<String>> rows) {
        List<Integer> widths = widths(rows);
        rows.forEach(cells -> line(indent + aligned(cells, widths)));
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; !rows.isEmpty() && column < rows.getFirst().size(); column++) {
            int present = column;
            widths.add(width(rows.stream().map(cells -> cells.get(present)).toList()));
        }
        return widths;
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String aligned(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(padded(cells.get(column), widths.get(column))).append(GAP);
        }
        return line.toString();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
