package dev.cleave.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.deployment.messages.MessageGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The model read here and the graph in the program are derived from the same code in different ways; where they differ, one of them is wrong.
 */
class MessagesTests {

    private final MessageGraph graph = MessageGraph.load();

    @Test
    void theProgramKnowsTheSameCommandsWithTheirSendersAndHandlers() {
        List<String> here = CleaveSystem.model().messages(Kind.COMMAND).map(MessagesTests::command).sorted().toList();
        List<String> there = graph.commands().map(MessagesTests::command).sorted().toList();
        assertThat(here).hasSizeGreaterThan(50).isEqualTo(there);
    }

    @Test
    void theProgramKnowsTheSameEventsWithTheirAggregatesAndHandlers() {
        List<String> here = CleaveSystem.model().messages(Kind.EVENT).map(MessagesTests::event).sorted().toList();
        List<String> there = graph.events().map(MessagesTests::event).sorted().toList();
        assertThat(here).hasSizeGreaterThan(40).isEqualTo(there);
    }

    private static String command(Message command) {
        List<String> parts = new ArrayList<>();
        command.senders().forEach(sender -> parts.add("sent by " + sender.type() + " in " + sender.context() + " as "
                + said(sender.role()) + " in " + sender.processor() + " on " + new TreeSet<>(sender.on())));
        command.handlers().forEach(handler -> parts.add("handled by " + handler.type() + "." + handler.method()));
        return command.type() + " of " + command.context() + (command.internal() ? ", internal" : "") + parts;
    }

    private static String command(MessageGraph.Command command) {
        List<String> parts = new ArrayList<>();
        command.senders().forEach(sender -> parts.add("sent by " + sender.type() + " in " + sender.context() + " as "
                + said(sender.kind()) + " in " + sender.processor() + " on " + new TreeSet<>(sender.on())));
        if (command.handler() != null) {
            parts.add("handled by " + command.handler().type() + "." + command.handler().method());
        }
        return command.type() + " of " + command.context() + (command.internal() ? ", internal" : "") + parts;
    }

    private static String event(Message event) {
        List<String> parts = new ArrayList<>();
        event.senders().forEach(sender -> parts.add("applied by " + sender.type()));
        event.handlers().stream()
                .filter(handler -> handler.role() != Role.AGGREGATE)
                .map(handler -> "handled by " + handler.type() + " in " + handler.context() + " as " + said(handler.role())
                        + " in "
                        + handler.processor())
                .distinct()
                .sorted()
                .forEach(parts::add);
        return event.type() + " of " + event.context() + ", revision " + event.revision() + (event.internal() ? ", internal" : "")
                + parts;
    }

    private static String event(MessageGraph.Event event) {
        List<String> parts = new ArrayList<>();
        parts.add("applied by " + event.aggregate());
        event.readers().stream()
                .map(reader -> "handled by " + reader.type() + " in " + reader.context() + " as " + said(reader.kind()) + " in "
                        + reader.processor())
                .sorted()
                .forEach(parts::add);
        return event.type() + " of " + event.context() + ", revision " + event.revision() + (event.internal() ? ", internal" : "")
                + parts;
    }

    private static String said(Enum<?> part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
