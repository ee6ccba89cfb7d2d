package dev.cleave.architecture.law.everywhere;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.rule.Cycles;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who waits for an answer is not waited for in turn. */
final class NoCommandCycles {

    private NoCommandCycles() {}

    /** In a system that is in one piece, nobody commands anybody else. */
    static Rule rule() {
        return Statement.of(
                "no-command-cycles", SameEverywhere.LAW,
                "There is no cycle of commands between contexts",
                "The sender of a command waits for its answer. Contexts that send each other commands can wait for each other forever and can't be"
                        + " started or stopped one by one, and no context owns the process between them.")
                .examinedBy(NoCommandCycles::examine)
                .orNone();
    }

    private record Step(Message message, Sender sender, Handler handler) {}

    private static Examination examine(SystemCode code) {
        Map<List<String>, Step> examples = new TreeMap<>(Comparator.comparing((List<String> edge) -> String.join(" ", edge)));
        Cycles cycles = new Cycles();
        int crossing = 0;
        for (Message message : Stream.of(Kind.COMMAND, Kind.QUERY).flatMap(code.model()::messages).toList()) {
            boolean crosses = false;
            for (Sender sender : message.senders()) {
                for (Handler handler : message.handlers()) {
                    if (!sender.context().equals(handler.context())) {
                        crosses = true;
                        cycles.edge(sender.context(), handler.context());
                        examples.putIfAbsent(
                                List.of(sender.context(), handler.context()), new Step(message, sender, handler));
                    }
                }
            }
            crossing += crosses ? 1 : 0;
        }
        List<Violation> violations = cycles.all().stream().map(cycle -> violation(cycle, examples)).toList();
        return Examination.of("commands between contexts", crossing, violations);
    }

    private static Violation violation(List<String> cycle, Map<List<String>, Step> examples) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            String to = cycle.get((i + 1) % cycle.size());
            Step step = examples.get(List.of(cycle.get(i), to));
            path.add(cycle.get(i) + " sends " + step.message().name() + " to " + to + " (" + step.sender().location().shown()
                    + ")");
        }
        return new Violation(
                examples.get(List.of(cycle.getFirst(), cycle.get(1))).sender().location(),
                "The contexts " + String.join(" → ", cycle) + " → " + cycle.getFirst() + " send each other commands.",
                path,
                "Let one of them own the process and send the commands; let the others answer by events.");
    }
}
