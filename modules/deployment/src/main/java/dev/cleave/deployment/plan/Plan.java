package dev.cleave.deployment.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.UnitNeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What a profile makes of the program. What follows are the words in which it is printed as JSON.
 *
 * @param units in the order of the profile
 * @param commands those sent in one unit and handled in another, by the two units, then by name
 * @param events those applied in one unit and handled in another, likewise
 * @param measured what a run would have sent across the cuts; null if no figures were given
 */
record Plan(
        String profile,
        String description,
        String messaging,
        List<PlannedUnit> units,
        List<CrossingCommand> commands,
        List<CrossingEvent> events,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Measured measured) {

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
     * @param sent in a measured run; null if no figures were given
     */
    record CrossingCommand(
            String command, String fromUnit, String fromContext, List<String> senders, String toUnit, String toContext,
            String handler, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sent sent) implements Crossing {

        @Override
        public String message() {
            return command;
        }

        private CrossingCommand measured(Traffic run) {
            return new CrossingCommand(
                    command, fromUnit, fromContext, senders, toUnit, toContext, handler,
                    timesSent(run, Kind.COMMAND, command, fromContext, toContext));
        }
    }

    /**
     * An event that crosses a cut.
     *
     * @param aggregate the class that applies it
     * @param processors those that handle it
     * @param sent in a measured run; null if no figures were given
     */
    record CrossingEvent(
            String event, String fromUnit, String fromContext, String aggregate, String toUnit, String toContext,
            List<String> processors, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sent sent) implements Crossing {

        @Override
        public String message() {
            return event;
        }

        private CrossingEvent measured(Traffic run) {
            return new CrossingEvent(
                    event, fromUnit, fromContext, aggregate, toUnit, toContext, processors,
                    timesSent(run, Kind.EVENT, event, fromContext, toContext));
        }
    }

    /** A message that crosses a cut. */
    interface Crossing {

        /** Its name. */
        String message();

        String fromUnit();

        String toUnit();

        /** In a measured run; null if no figures were given. */
        @Nullable Sent sent();
    }

    /**
     * How often a message was sent on its way in a run.
     *
     * @param atMost whether contexts besides this one send it too, and only the sum is known
     */
    record Sent(long times, boolean atMost) {

        private static final Sent NEVER = new Sent(0, false);
    }

    /**
     * What a run would have sent across the cuts of this profile.
     *
     * @param source where the figures come from
     * @param crossing messages from one unit to another
     * @param local messages between contexts that stay in their unit
     * @param cuts by the two units; only those that something crosses
     * @param notes what the figures do not tell, a sentence each
     */
    record Measured(String source, long crossing, long local, List<MeasuredCut> cuts, List<String> notes) {}

    /** How much a run would have sent from one unit to another. */
    record MeasuredCut(String fromUnit, String toUnit, long commands, long events) {}

    /** @param messages of all contexts */
    static Plan of(Profile profile, List<Message> messages) {
        return new Plan(
                profile.name(),
                profile.description(),
                profile.axonServer() ? "axon-server" : "in-process",
                UnitNeeds.of(profile).stream().map(Plan::planned).toList(),
                commands(profile, messages),
                events(profile, messages),
                null);
    }

    /** The same plan, with how often each message was sent in a run that was laid on this profile. */
    Plan measured(Traffic run) {
        PlacementTraffic here = run.placements().stream()
                .filter(figures -> figures.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The run was not laid on " + profile));
        List<CrossingCommand> sentCommands = commands.stream().map(command -> command.measured(run)).toList();
        List<CrossingEvent> sentEvents = events.stream().map(event -> event.measured(run)).toList();
        return new Plan(
                profile,
                description,
                messaging,
                units,
                sentCommands,
                sentEvents,
                new Measured(run.source(), here.crossing(), here.local(), cuts(sentCommands, sentEvents), run.notes()));
    }

    private List<MeasuredCut> cuts(List<CrossingCommand> sentCommands, List<CrossingEvent> sentEvents) {
        List<MeasuredCut> cuts = new ArrayList<>();
        for (PlannedUnit from : units) {
            for (PlannedUnit to : units) {
                Predicate<Crossing> between =
                        crossing -> crossing.fromUnit().equals(from.name()) && crossing.toUnit().equals(to.name());
                if (Stream.concat(sentCommands.stream(), sentEvents.stream()).anyMatch(between)) {
                    cuts.add(new MeasuredCut(
                            from.name(),
                            to.name(),
                            sum(sentCommands.stream().filter(between)),
                            sum(sentEvents.stream().filter(between))));
                }
            }
        }
        return cuts;
    }

    /** How often all of them together were sent. */
    static long sum(Stream<? extends Crossing> crossings) {
        return crossings.map(Crossing::sent).filter(Objects::nonNull).mapToLong(Sent::times).sum();
    }

    private static Sent timesSent(Traffic run, Kind kind, String name, String from, String to) {
        return run.passages().stream()
                .filter(passage -> passage.kind() == kind && passage.from().equals(from) && passage.to().equals(to)
                        && Names.simple(passage.type()).equals(name))
                .findFirst()
                .map(passage -> new Sent(passage.count(), passage.shared()))
                .orElse(Sent.NEVER);
    }

    private static PlannedUnit planned(UnitNeeds needs) {
        Unit unit = needs.unit();
        return new PlannedUnit(
                unit.name(),
                unit.contexts(),
                unit.replicas(),
                shown(unit.memory()),
                unit.store().name().toLowerCase(Locale.ROOT),
                new Needs(
                        needs.axonServer(),
                        needs.databases().stream().map(name -> new Database(name, name)).toList(),
                        needs.keepsFiles(),
                        needs.databases().stream().map(UnitNeeds::passwordVariable).toList(),
                        needs.axonServer() ? List.of(TOKEN) : List.of()));
    }

    private static List<CrossingCommand> commands(Profile profile, List<Message> messages) {
        List<CrossingCommand> crossing = new ArrayList<>();
        for (Message command : of(Kind.COMMAND, messages)) {
            String to = unitOf(command.context(), profile);
            TreeMap<String, TreeSet<String>> senders = new TreeMap<>();
            for (Sender sender : command.senders()) {
                senders.computeIfAbsent(sender.context(), context -> new TreeSet<>())
                        .add(sender.processor() != null ? sender.processor() : Names.simple(sender.type()));
            }
            String handler = command.handlers().stream()
                    .findFirst()
                    .map(found -> Names.simple(found.type()) + "." + found.method())
                    .orElse("");
            senders.forEach((context, names) -> {
                String from = unitOf(context, profile);
                if (!from.equals(to)) {
                    crossing.add(new CrossingCommand(
                            command.name(), from, context, List.copyOf(names), to, command.context(), handler, null));
                }
            });
        }
        return inOrder(crossing, profile);
    }

    private static List<CrossingEvent> events(Profile profile, List<Message> messages) {
        List<CrossingEvent> crossing = new ArrayList<>();
        for (Message event : of(Kind.EVENT, messages)) {
            String from = unitOf(event.context(), profile);
            TreeMap<String, TreeSet<String>> processors = new TreeMap<>();
            for (Handler handler : event.handlers()) {
                if (handler.role() != Role.AGGREGATE) {
                    processors.computeIfAbsent(handler.context(), context -> new TreeSet<>()).add(handler.processor());
                }
            }
            String aggregate = event.senders().stream().findFirst().map(sender -> Names.simple(sender.type())).orElse("");
            processors.forEach((context, names) -> {
                String to = unitOf(context, profile);
                if (!from.equals(to)) {
                    crossing.add(
                            new CrossingEvent(event.name(), from, event.context(), aggregate, to, context, List.copyOf(names),
                                    null));
                }
            });
        }
        return inOrder(crossing, profile);
    }

    private static List<Message> of(Kind kind, List<Message> messages) {
        return messages.stream().filter(message -> message.kind() == kind).toList();
    }

    /** By the two units in the order of the profile, then by name. */
    private static <C extends Crossing> List<C> inOrder(List<C> crossing, Profile profile) {
        Comparator<C> order = Comparator.comparing((C message) -> place(message.fromUnit(), profile))
                .thenComparing(message -> place(message.toUnit(), profile))
                .thenComparing(Crossing::message);
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
