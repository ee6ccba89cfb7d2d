package dev.cleave.architecture.form;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageEdge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Drawings in Mermaid, which code hosts draw within Markdown. */
final class MermaidDiagrams {

    private MermaidDiagrams() {}

    /** The contexts and how many messages go between them: commands drawn through, events dotted, queries thick. */
    static String contextMap(Report report) {
        Map<String, String> contexts = Words.contextNodes(report);
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (ContextModel context : report.contexts()) {
            text.append("    ").append(contexts.get(context.name())).append("[\"").append(escaped(context.name()))
                    .append("\"]\n");
        }
        for (MessageEdge edge : report.map().messages()) {
            for (Message.Kind kind : Message.Kind.values()) {
                long count = Words.count(edge, kind);
                if (count > 0) {
                    text.append("    ").append(contexts.get(edge.from())).append(' ').append(arrow(kind)).append("|\"")
                            .append(Words.count(count, kind)).append("\"| ").append(contexts.get(edge.to())).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** For each context by name: its messages, what leads to them and what they lead to. */
    static Map<String, String> messages(Report report) {
        Map<String, String> drawings = new LinkedHashMap<>();
        for (ContextModel context : report.contexts()) {
            drawings.put(context.name(), messages(report, context.name()));
        }
        return drawings;
    }

    private static String messages(Report report, String context) {
        Map<String, Message> byType = new LinkedHashMap<>();
        report.messages().forEach(message -> byType.put(message.type(), message));
        List<Step> steps = new ArrayList<>();
        Set<Message> shown = new LinkedHashSet<>();
        report.messages().stream().filter(message -> message.context().equals(context)).forEach(shown::add);
        for (Message cause : report.messages()) {
            for (String type : cause.leadsTo()) {
                Message effect = byType.get(type);
                if (effect != null && (cause.context().equals(context) || effect.context().equals(context))) {
                    steps.add(new Step(cause, effect));
                    shown.add(cause);
                    shown.add(effect);
                }
            }
        }
        Map<String, String> types = Words.nodes("m", byType.keySet());
        Map<String, String> contexts = Words.contextNodes(report);
        Map<String, List<Message>> byContext = new TreeMap<>();
        shown.forEach(message -> byContext.computeIfAbsent(message.context(), name -> new ArrayList<>()).add(message));
        StringBuilder text = new StringBuilder("flowchart LR\n");
        byContext.forEach((name, messages) -> {
            text.append("    subgraph ").append(contexts.get(name)).append(" [\"").append(escaped(name)).append("\"]\n");
            for (Message message : messages) {
                text.append("        ").append(types.get(message.type()))
                        .append(shape(message.kind(), "\"" + escaped(message.name()) + "\"")).append('\n');
            }
            text.append("    end\n");
        });
        for (Step step : steps) {
            text.append("    ").append(types.get(step.cause().type())).append(' ')
                    .append(step.cause().kind() == Message.Kind.EVENT ? "-.->" : "-->").append(' ')
                    .append(types.get(step.effect().type())).append('\n');
        }
        return text.toString();
    }

    private record Step(Message cause, Message effect) {}

    private static String arrow(Message.Kind kind) {
        return switch (kind) {
            case COMMAND, DEADLINE -> "-->";
            case EVENT -> "-.->";
            case QUERY -> "==>";
        };
    }

    private static String shape(Message.Kind kind, String label) {
        return switch (kind) {
            case COMMAND -> "[" + label + "]";
            case EVENT -> "([" + label + "])";
            case QUERY -> "{{" + label + "}}";
            case DEADLINE -> ">" + label + "]";
        };
    }

    private static String escaped(String label) {
        if (label.isBlank()) {
            return "unnamed";
        }
        StringBuilder escaped = new StringBuilder();
        label.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                escaped.append(' ');
            } else if ("\"#<>&;`\\{}[]()|".indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
