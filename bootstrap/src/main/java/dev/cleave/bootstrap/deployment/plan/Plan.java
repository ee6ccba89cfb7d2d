package dev.cleave.bootstrap.deployment.plan;

import dev.cleave.bootstrap.deployment.Databases;
import dev.cleave.bootstrap.deployment.Profile;
import dev.cleave.bootstrap.deployment.Profile.Messaging;
import dev.cleave.bootstrap.deployment.Unit;
import dev.cleave.bootstrap.deployment.Unit.Store;
import dev.cleave.bootstrap.deployment.messages.MessageGraph;
import dev.cleave.bootstrap.deployment.messages.MessageGraph.Command;
import dev.cleave.bootstrap.deployment.messages.MessageGraph.Event;
import dev.cleave.bootstrap.deployment.messages.MessageGraph.Reader;
import dev.cleave.bootstrap.deployment.messages.MessageGraph.Sender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.util.unit.DataSize;

/**
 * What a profile makes of the program. What follows are the words in which it is printed as JSON.
 *
 * @param units in the order of the profile
 * @param commands those sent in one unit and handled in another, by the two units, then by name
 * @param events those applied in one unit and handled in another, likewise
 */
record Plan(
        String profile,
        String description,
        String messaging,
        List<PlannedUnit> units,
        List<CrossingCommand> commands,
        List<CrossingEvent> events) {

    /** The environment variable that holds the token that an Axon Server may ask for. */
    static final String TOKEN = "AXON_AXONSERVER_TOKEN";

    /** A unit, and what it needs. */
    record PlannedUnit(String name, List<String> contexts, int replicas, String memory, String store, Needs needs) {}

    /**
     * What a unit needs around it.
     *
     * @param axonServer whether it can't work without Axon Server
     * @param databases on PostgreSQL
     * @param files whether it keeps files, so that it needs a folder that outlives it
     * @param secrets the environment variables that hold them
     * @param optionalSecrets those that depend on how things around it are set up
     */
    record Needs(boolean axonServer, List<Database> databases, boolean files, List<String> secrets,
            List<String> optionalSecrets) {}

    /** A database and the one user who may use it. */
    record Database(String name, String user) {}

    /**
     * A command that crosses a cut.
     *
     * @param senders processors and classes
     * @param handler class and method
     */
    record CrossingCommand(
            String command, String fromUnit, String fromContext, List<String> senders, String toUnit, String toContext,
            String handler) {}

    /**
     * An event that crosses a cut.
     *
     * @param aggregate the class that applies it
     * @param processors those that handle it
     */
    record CrossingEvent(
            String event, String fromUnit, String fromContext, String aggregate, String toUnit, String toContext,
            List<String> processors) {}

    static Plan of(Profile profile, MessageGraph graph) {
        return new Plan(
                profile.name(),
                profile.description(),
                profile.messaging() == Messaging.AXON_SERVER ? "axon-server" : "in-process",
                profile.units().stream().map(unit -> planned(unit, profile)).toList(),
                commands(profile, graph),
                events(profile, graph));
    }

    private static PlannedUnit planned(Unit unit, Profile profile) {
        boolean axonServer = profile.messaging() == Messaging.AXON_SERVER;
        List<String> databases = Databases.of(unit, profile);
        return new PlannedUnit(
                unit.name(),
                unit.contexts(),
                unit.replicas(),
                shown(unit.memory()),
                unit.store().name().toLowerCase(Locale.ROOT),
                new Needs(
                        axonServer,
                        databases.stream().map(name -> new Database(name, name)).toList(),
                        unit.store() == Store.H2,
                        databases.stream().map(Databases::passwordVariable).toList(),
                        axonServer ? List.of(TOKEN) : List.of()));
    }

    private static List<CrossingCommand> commands(Profile profile, MessageGraph graph) {
        List<CrossingCommand> crossing = new ArrayList<>();
        for (Command command : graph.commands().toList()) {
            String to = unitOf(command.context(), profile);
            TreeMap<String, TreeSet<String>> senders = new TreeMap<>();
            for (Sender sender : command.senders()) {
                senders.computeIfAbsent(sender.context(), context -> new TreeSet<>()).add(sender.name());
            }
            senders.forEach((context, names) -> {
                String from = unitOf(context, profile);
                if (!from.equals(to)) {
                    String handler = command.handler() == null ? "" : command.handler().name();
                    crossing.add(new CrossingCommand(
                            command.name(), from, context, List.copyOf(names), to, command.context(), handler));
                }
            });
        }
        Comparator<CrossingCommand> order = Comparator.comparing((CrossingCommand command) -> place(command.fromUnit(), profile))
                .thenComparing(command -> place(command.toUnit(), profile))
                .thenComparing(CrossingCommand::command);
        return crossing.stream().sorted(order).toList();
    }

    private static List<CrossingEvent> events(Profile profile, MessageGraph graph) {
        List<CrossingEvent> crossing = new ArrayList<>();
        for (Event event : graph.events().toList()) {
            String from = unitOf(event.context(), profile);
            TreeMap<String, TreeSet<String>> processors = new TreeMap<>();
            for (Reader reader : event.readers()) {
                processors.computeIfAbsent(reader.context(), context -> new TreeSet<>()).add(reader.processor());
            }
            processors.forEach((context, names) -> {
                String to = unitOf(context, profile);
                if (!from.equals(to)) {
                    crossing.add(new CrossingEvent(
                            event.name(), from, event.context(), event.aggregateName(), to, context, List.copyOf(names)));
                }
            });
        }
        Comparator<CrossingEvent> order = Comparator.comparing((CrossingEvent event) -> place(event.fromUnit(), profile))
                .thenComparing(event -> place(event.toUnit(), profile))
                .thenComparing(CrossingEvent::event);
        return crossing.stream().sorted(order).toList();
    }

    private static String unitOf(String context, Profile profile) {
        return profile.unitOf(context)
                .map(Unit::name)
                .orElseThrow(() -> new IllegalStateException("Context " + context + " is in no unit of " + profile.name()));
    }

    private static int place(String unit, Profile profile) {
        return profile.units().stream().map(Unit::name).toList().indexOf(unit);
    }

    private static String shown(DataSize memory) {
        long megabytes = memory.toMegabytes();
        return megabytes % 1024 == 0 ? megabytes / 1024 + "Gi" : megabytes + "Mi";
    }
}
