package dev.cleave.architecture.report;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which messages go from one context to another. */
public final class MessageMap {

    private static final Comparator<Passage> ORDER =
            Comparator.comparing(Passage::kind).thenComparing(passage -> Names.simple(passage.type()))
                    .thenComparing(Passage::type);

    private MessageMap() {}

    private record Way(String from, String to) implements Comparable<Way> {

        private static final Comparator<Way> ORDER = Comparator.comparing(Way::from).thenComparing(Way::to);

        @Override
        public int compareTo(Way other) {
            return ORDER.compare(this, other);
        }
    }

    /** The edges by their two contexts; the messages of each by kind and name. */
    public static List<MessageEdge> edges(SystemModel model) {
        Set<String> contexts = model.contexts().stream().map(ContextModel::name).collect(Collectors.toSet());
        Map<Way, List<Passage>> ways = new TreeMap<>();
        for (Message message : model.messages()) {
            Map<String, TreeSet<String>> senders = senders(message);
            Map<String, TreeSet<String>> handlers = handlers(message);
            senders.keySet().retainAll(contexts);
            handlers.keySet().retainAll(contexts);
            senders.forEach((from, sending) -> handlers.forEach((to, handling) -> {
                if (!from.equals(to)) {
                    ways.computeIfAbsent(new Way(from, to), way -> new ArrayList<>())
                            .add(new Passage(
                                    message.type(), message.kind(), List.copyOf(sending), List.copyOf(handling)));
                }
            }));
        }
        return ways.entrySet().stream()
                .map(way -> new MessageEdge(
                        way.getKey().from(), way.getKey().to(), way.getValue().stream().sorted(ORDER).toList()))
                .toList();
    }

    /** An event of which nobody is seen to apply it comes from the context whose it is. */
    private static Map<String, TreeSet<String>> senders(Message message) {
        Map<String, TreeSet<String>> senders = new TreeMap<>();
        for (Sender sender : message.senders()) {
            senders.computeIfAbsent(sender.context(), context -> new TreeSet<>()).add(sender.type());
        }
        if (senders.isEmpty() && message.kind() == Kind.EVENT) {
            senders.put(message.context(), new TreeSet<>());
        }
        return senders;
    }

    /** What rebuilds an aggregate from its events reads no message. */
    private static Map<String, TreeSet<String>> handlers(Message message) {
        Map<String, TreeSet<String>> handlers = new TreeMap<>();
        for (Handler handler : message.handlers()) {
            if (message.kind() != Kind.EVENT || handler.role() != Role.AGGREGATE) {
                handlers.computeIfAbsent(handler.context(), context -> new TreeSet<>()).add(handler.type());
            }
        }
        return handlers;
    }
}
