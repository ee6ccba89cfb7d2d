package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageEdge;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What several forms put into words. */
final class Words {

    private Words() {}

    /** {@code 1 command}, {@code 3 commands}. */
    static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String count(long count, Message.Kind kind) {
        return switch (kind) {
            case COMMAND -> count(count, "command", "commands");
            case EVENT -> count(count, "event", "events");
            case QUERY -> count(count, "query", "queries");
            case DEADLINE -> count(count, "deadline", "deadlines");
        };
    }

    /** {@code 3 commands, 1 event}. */
    static String counts(MessageEdge edge) {
        return Arrays.stream(Message.Kind.values())
                .filter(kind -> count(edge, kind) > 0)
                .map(kind -> count(count(edge, kind), kind))
                .collect(Collectors.joining(", "));
    }

    static long count(MessageEdge edge, Message.Kind kind) {
        return edge.passages().stream().filter(passage -> passage.kind() == kind).count();
    }

    static String kind(Message.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** In kebab case, of letters, digits and hyphens alone: for the names of files and of groups. */
    static String kebab(String words) {
        String kebab = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return kebab.isEmpty() ? "unnamed" : kebab;
    }

    /** Names for the nodes of contexts: of all that are named anywhere, though nothing may be known of them. */
    static Map<String, String> contextNodes(Report report) {
        Set<String> names = new LinkedHashSet<>();
        report.contexts().forEach(context -> names.add(context.name()));
        report.messages().forEach(message -> names.add(message.context()));
        report.map().messages().forEach(edge -> names.addAll(List.of(edge.from(), edge.to())));
        report.placements().forEach(placement -> placement.units().forEach(unit -> names.addAll(unit.contexts())));
        return nodes("c", names);
    }

    /** Names for the nodes of a drawing: letters, digits and underscores, different for different names. */
    static Map<String, String> nodes(String prefix, Collection<String> names) {
        Map<String, String> nodes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String plain = prefix + "_" + name.replaceAll("[^A-Za-z0-9]", "_");
            String node = plain;
            for (int number = 2; !taken.add(node); number++) {
                node = plain + "_" + number;
            }
            nodes.put(name, node);
        }
        return nodes;
    }
}
