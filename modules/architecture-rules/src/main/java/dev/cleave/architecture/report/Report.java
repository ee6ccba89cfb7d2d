package dev.cleave.architecture.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.rule.Granted;
import dev.cleave.architecture.rule.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The report. Written as {@code report.json} it follows the schema {@code architecture-report.schema.json}; every other form is derived from
 * it alone.
 *
 * @param schema the version of that schema
 * @param types that the fields of messages have, and those that their fields have in turn, by name
 * @param waits by context and kind
 * @param placements by profile, in the order given
 * @param roundTrips whether each message that has a class of its own can be written and read back
 * @param change against a kept earlier report; null if there is none
 * @param traffic as measured in a run; null if none was given
 */
public record Report(
        int schema,
        String system,
        Provenance provenance,
        Verdict verdict,
        List<RuleResult> rules,
        List<ContextModel> contexts,
        List<Message> messages,
        List<ValueType> types,
        List<Wait> waits,
        ContextMap map,
        List<Placement> placements,
        List<Readiness> readiness,
        List<RoundTrip> roundTrips,
        List<Coupling> coupling,
        @Nullable Change change,
        @Nullable Traffic traffic) {

    /** The version of the form that is written. */
    public static final int SCHEMA = 2;

    /**
     * Where the report comes from.
     *
     * @param repository the web address that the project is kept at, without anybody's name or password; null if it is not known
     * @param commit null outside a repository
     * @param changed whether files had been changed since that commit
     * @param at null where the same code is to give the same report
     * @param versions of what was used, by name
     */
    public record Provenance(
            @Nullable String repository,
            @Nullable String commit,
            boolean changed,
            @Nullable Instant at,
            SequencedMap<String, String> versions) {}

    /**
     * What it comes to.
     *
     * @param kept whether the build may go on
     * @param frozen rules that are broken only where they were when the baseline was taken
     * @param violations new ones, in all failed rules
     */
    public record Verdict(boolean kept, int rules, int passed, int failed, int frozen, int violations, int classes,
            int messages) {}

    /**
     * A rule and how it fared.
     *
     * @param examined how much of what it looked at
     * @param violations those that fail it
     * @param frozen those known to the baseline
     * @param resolved those that the baseline knows and that are gone
     * @param granted what it let pass because a convention says so
     */
    public record RuleResult(
            String id,
            String law,
            String sentence,
            String reason,
            Outcome outcome,
            SequencedMap<String, Integer> examined,
            List<Violation> violations,
            List<Violation> frozen,
            List<String> resolved,
            List<Granted> granted) {}

    /** How a rule fared. */
    public enum Outcome {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        /** Broken, but only in places that the baseline knows. */
        @JsonProperty("frozen")
        FROZEN,
        /** It found nothing to look at, and should have. */
        @JsonProperty("empty")
        EMPTY,
        /** It found nothing to look at, and may. */
        @JsonProperty("not-applicable")
        NOT_APPLICABLE
    }

    /**
     * The contexts and what goes between them.
     *
     * @param messages at run time: who sends to whom
     * @param code at compile time: who needs whose types
     */
    public record ContextMap(List<MessageEdge> messages, List<CodeDependency> code, List<Cycle> cycles) {}

    /**
     * The messages from one context to another: commands from the sender to the handler, events from the one that applies to the one that
     * handles.
     */
    public record MessageEdge(String from, String to, List<Passage> passages) {}

    /**
     * A message on an edge.
     *
     * @param type its full name
     * @param senders full names of classes
     * @param handlers full names of classes
     */
    public record Passage(String type, Message.Kind kind, List<String> senders, List<String> handlers) {}

    /**
     * Contexts that reach each other round about.
     *
     * @param graph code: at compile time; commands: each waits for the next one's answer; messages: commands and events together
     * @param contexts in the order of the way round, the first not repeated
     * @param allowed whether it is no fault
     * @param explanation why it is, or is not
     */
    public record Cycle(Graph graph, List<String> contexts, boolean allowed, String explanation) {}

    /** What a cycle was found in. */
    public enum Graph {
        @JsonProperty("code")
        CODE,
        @JsonProperty("commands")
        COMMANDS,
        @JsonProperty("messages")
        MESSAGES
    }

    /**
     * What a deployment profile makes of the messages.
     *
     * @param crossings those between units
     * @param local how many passages between contexts stay within a unit
     */
    public record Placement(
            String profile, String description, String messaging, List<Unit> units, List<Crossing> crossings, int local) {}

    /**
     * A unit of deployment.
     *
     * @param replicas at least 1
     * @param store null if the profile names none
     */
    public record Unit(String name, List<String> contexts, int replicas, @Nullable String store) {}

    /** A message from a context in one unit to a context in another. */
    public record Crossing(
            String type, Message.Kind kind, String fromUnit, String fromContext, String toUnit, String toContext) {}

    /** Whether a context could be run apart from the others. */
    public record Readiness(String context, List<Finding> findings) {}

    /**
     * An answer to one question.
     *
     * @param answer null if the code can't tell
     * @param evidence what the answer rests on, a sentence each
     */
    public record Finding(String question, @Nullable Boolean answer, List<String> evidence) {}

    /**
     * Whether a message can be written and read back.
     *
     * @param type its full name
     * @param kept null if nothing shows that it can, and nothing that it can't
     * @param evidence what the answer rests on, a sentence each
     */
    public record RoundTrip(String type, @Nullable Boolean kept, List<String> evidence) {

        public RoundTrip {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How a context hangs together with the others.
     *
     * @param commandsIn passages of commands into it from other contexts; likewise the following three
     * @param afferent how many contexts need its types to compile
     * @param efferent how many contexts' types it needs
     * @param instability efferent / (afferent + efferent); null if both are 0
     */
    public record Coupling(
            String context,
            int commandsIn,
            int commandsOut,
            int eventsIn,
            int eventsOut,
            int afferent,
            int efferent,
            @Nullable Double instability) {}

    /**
     * What has changed since an earlier report.
     *
     * @param since its commit; null if it names none
     * @param at its time; null if it names none
     * @param violations that are new, as {@code rule: where}
     */
    public record Change(
            @Nullable String since,
            @Nullable Instant at,
            List<MessageChange> messages,
            List<EdgeChange> edges,
            List<String> violations) {}

    /**
     * A message that has changed.
     *
     * @param details what exactly, a sentence each
     * @param proof what shows that earlier forms are still read; null if nothing does or nothing need
     * @param breaking whether it fails the build
     */
    public record MessageChange(
            String type,
            Message.Kind kind,
            String context,
            Sort sort,
            List<String> details,
            @Nullable String proof,
            boolean breaking) {

        /** How it has changed. */
        public enum Sort {
            @JsonProperty("added")
            ADDED,
            @JsonProperty("removed")
            REMOVED,
            @JsonProperty("compatible")
            COMPATIBLE,
            @JsonProperty("incompatible")
            INCOMPATIBLE
        }
    }

    /** An edge between contexts that is new, or gone. */
    public record EdgeChange(String from, String to, Graph graph, boolean added) {}

    /**
     * Messages as counted in a run.
     *
     * @param source where the figures come from
     * @param passages by count, the most first
     * @param placements what the same run would have sent between units, by profile
     * @param notes what the figures do not tell, a sentence each
     */
    public record Traffic(
            String source, List<PassageTraffic> passages, List<PlacementTraffic> placements, List<String> notes) {}

    /**
     * How often a message went from one context to another.
     *
     * @param type its full name
     * @param count how often in the run
     * @param shared whether other contexts send it too, and the count is that of all of them
     */
    public record PassageTraffic(String type, Message.Kind kind, String from, String to, long count, boolean shared) {}

    /**
     * What a profile would have made of the messages between contexts.
     *
     * @param crossing how many would have gone from unit to unit
     * @param local how many would have stayed within one
     */
    public record PlacementTraffic(String profile, long crossing, long local) {}

    public Report {
        rules = List.copyOf(rules);
        contexts = List.copyOf(contexts);
        messages = List.copyOf(messages);
        types = List.copyOf(types);
        waits = List.copyOf(waits);
        placements = List.copyOf(placements);
        readiness = List.copyOf(readiness);
        roundTrips = List.copyOf(roundTrips);
        coupling = List.copyOf(coupling);
    }

    /**
     * The same report, telling of further deployments too. One of a profile that it tells of already takes that one's place. What was
     * counted in a run is left out, because it has to be laid on anew.
     *
     * @throws IllegalArgumentException if a deployment puts a context into no unit
     */
    public Report alsoDeployed(List<Deployment> deployments) {
        SequencedMap<String, Placement> all = new LinkedHashMap<>();
        placements.forEach(placement -> all.put(placement.profile(), placement));
        deployments.forEach(deployment -> all.put(deployment.profile(), deployment.placement(map.messages())));
        return with(verdict, List.copyOf(all.values()), change, null);
    }

    /** The same report, with what was counted in a run. */
    public Report measured(@Nullable Traffic run) {
        return with(verdict, placements, change, run);
    }

    /** The same report, with what has changed, and the verdict on that too. */
    public Report compared(@Nullable Change since, Verdict whole) {
        return with(whole, placements, since, traffic);
    }

    private Report with(Verdict whole, List<Placement> deployed, @Nullable Change since, @Nullable Traffic run) {
        return new Report(
                schema, system, provenance, whole, rules, contexts, messages, types, waits, map, deployed, readiness, roundTrips,
                coupling,
                since, run);
    }
}
