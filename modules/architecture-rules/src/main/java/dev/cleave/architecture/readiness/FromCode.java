package dev.cleave.architecture.readiness;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be answered of any system from its code. */
final class FromCode implements FindingSource {

    static final String VALUES = "Its fields are records, enums and types of the agreed vocabulary.";

    private static final int MOST_NAMED = 8;

    @Override
    public List<Finding> about(ContextModel context, Examined examined) {
        return List.of(
                foreignTypes(context, examined.model()),
                ownStore(context, examined.model()),
                putAside(context),
                waits(context, examined.model()));
    }

    private static Finding foreignTypes(ContextModel context, SystemModel model) {
        List<String> published = new ArrayList<>();
        List<String> internals = new ArrayList<>();
        for (CodeDependency dependency : model.codeDependencies()) {
            if (!dependency.from().equals(context.name())) {
                continue;
            }
            Optional<ContextModel> needed = model.context(dependency.to());
            List<String> others = dependency.types().stream()
                    .filter(type -> needed.map(other -> !Names.isBelow(type, other.publishedPackage())).orElse(true))
                    .toList();
            if (others.isEmpty()) {
                published.add(dependency.to() + " (" + counted(dependency.types().size(), "type") + ")");
            } else {
                internals.add("It names " + some(others) + " of " + dependency.to() + ", which "
                        + (others.size() == 1 ? "is" : "are") + " not published, for example at "
                        + dependency.example().shown() + ".");
            }
        }
        if (!internals.isEmpty()) {
            return Question.FOREIGN_TYPES.answered(false, internals);
        }
        return Question.FOREIGN_TYPES.yes(published.isEmpty()
                ? "It names no type of another context."
                : "Of other contexts it names published types alone: " + String.join(", ", published) + ".");
    }

    @Override
    public Optional<RoundTrip> about(Message message, Examined examined) {
        List<String> doubts = new ArrayList<>();
        for (Message.Field field : message.fields()) {
            List<String> unknown = field.raw().stream().filter(type -> !isValue(type, examined.code())).toList();
            if (!unknown.isEmpty()) {
                doubts.add(message.name() + "." + field.name() + " is of the type " + field.type() + ", and " + some(unknown)
                        + (unknown.size() == 1 ? " is" : " are")
                        + " neither a record, an enum nor of the vocabulary, at " + message.location().shown() + ".");
            }
        }
        return Optional.of(doubts.isEmpty()
                ? new RoundTrip(message.type(), null,
                        List.of(VALUES))
                : new RoundTrip(message.type(), false, doubts));
    }

    private static boolean isValue(String type, SystemCode code) {
        if (!type.contains(".")) {
            return true;
        }
        if (code.conventions().vocabulary().stream().anyMatch(vocabulary -> Names.isBelow(type, vocabulary))) {
            return true;
        }
        if (!code.classes().contain(type)) {
            return false;
        }
        JavaClass found = code.classes().get(type);
        return found.isRecord() || found.isEnum() || code.contexts().stream().anyMatch(c -> publishesValue(c, found));
    }

    /** An interface is as good as the records that implement it, which are looked at for themselves. */
    private static boolean publishesValue(ContextCode context, JavaClass type) {
        return type.isInterface() && context.publishes(type);
    }

    private static Finding ownStore(ContextModel context, SystemModel model) {
        ContextModel.Store store = context.store();
        if (store.name() == null && store.tables().isEmpty()) {
            return Question.OWN_STORE.open("No store of it was found in the code.");
        }
        List<String> shared = new ArrayList<>();
        for (ContextModel other : model.contexts()) {
            if (other.name().equals(context.name())) {
                continue;
            }
            if (store.name() != null && store.name().equals(other.store().name())) {
                Set<String> both = new TreeSet<>(store.tables());
                both.retainAll(other.store().tables());
                shared.add("It shares the store " + store.name() + " with " + other.name()
                        + (both.isEmpty() ? "." : ", and there the tables " + some(List.copyOf(both)) + "."));
            }
        }
        if (!shared.isEmpty()) {
            return Question.OWN_STORE.answered(false, shared);
        }
        String evidence = (store.name() == null ? "Its" : "The store " + store.name() + " is its own; its")
                + " migrations make " + (store.tables().isEmpty() ? "no tables" : some(store.tables()))
                + (store.migrations().isEmpty() ? "." : " (" + store.migrations().getFirst()
                        + (store.migrations().size() > 1 ? " and those after it" : "") + ").");
        List<String> all = new ArrayList<>(List.of(evidence));
        for (ContextModel.Store further : context.furtherStores()) {
            all.add("It opens the store " + further.name() + " besides, whose migrations make " + some(further.tables())
                    + (further.migrations().isEmpty() ? "." : " (" + further.migrations().getFirst() + ")."));
        }
        return Question.OWN_STORE.answered(store.name() == null ? null : true, all);
    }

    private static Finding putAside(ContextModel context) {
        if (context.processors().isEmpty()) {
            return Question.REPEATED_AND_UNREADABLE.yes("It handles no events.");
        }
        TreeMap<String, List<String>> byAnswer = new TreeMap<>(context.processors().stream()
                .collect(Collectors.groupingBy(
                        processor -> String.valueOf(processor.deadLetters()),
                        Collectors.mapping(Processor::name, Collectors.toList()))));
        List<String> evidence = new ArrayList<>();
        byAnswer.forEach((deadLetters, processors) -> evidence.add(switch (deadLetters) {
            case "true" -> "Dead letters of " + some(processors) + " are kept.";
            case "false" ->
                "No dead letters are kept of " + some(processors) + ": an event that fails there stops it or is lost.";
            default -> "The code does not say what becomes of events that fail in " + some(processors) + ".";
        }));
        return Question.REPEATED_AND_UNREADABLE.answered(byAnswer.containsKey("false") ? false : null, evidence);
    }

    private static Finding waits(ContextModel context, SystemModel model) {
        List<Wait> waits = model.waits(context.name());
        if (!waits.isEmpty()) {
            return Question.WAITS_END.answered(
                    waits.stream().allMatch(Wait::hasEnd), waits.stream().map(FromCode::told).toList());
        }
        List<String> sent = model.messages().stream()
                .filter(message -> message.senders().stream().anyMatch(sender -> endsWait(sender, context)))
                .map(Message::name)
                .toList();
        return Question.WAITS_END.open(sent.isEmpty()
                ? "No wait of it was found in the code."
                : "When a wait runs out, one of these is sent: " + String.join(", ", sent) + ".");
    }

    private static String told(Wait wait) {
        String ways = wait.closed().isEmpty() ? "" : ", unless it is closed before on " + String.join(", ", on(wait.closed()));
        String end = wait.hasEnd()
                ? wait.sends().isEmpty()
                        ? "then " + wait.ends().getFirst().shown() + " is called"
                        : "then follows " + String.join(", ", wait.sends().stream().map(Names::simple).toList()) + " ("
                                + wait.ends().getFirst().shown() + ")"
                : "and nothing follows its end";
        return Names.simple(wait.kind()) + ", opened at " + wait.opened().getFirst().location().shown()
                + (wait.opened().size() == 1 ? "" : " and elsewhere") + ", ends after " + length(wait) + ways + "; " + end + ".";
    }

    private static String length(Wait wait) {
        String lengths = wait.lengths().stream()
                .map(each -> (each.value() == null ? "what is set" : each.value())
                        + (each.setting() == null ? "" : " (" + each.setting() + ")"))
                .collect(Collectors.joining(", "));
        return switch (wait.lengths().size()) {
            case 0 -> "a time that no setting tells";
            case 1 -> lengths;
            default -> "a time computed from " + lengths;
        };
    }

    /** What comes, or who acts where it is not told on what. */
    private static List<String> on(List<Wait.Step> steps) {
        return steps.stream()
                .flatMap(step -> step.on().isEmpty() ? Stream.of(step.type()) : step.on().stream())
                .map(Names::simple)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean endsWait(Sender sender, ContextModel context) {
        return sender.role() == Role.WAIT && sender.context().equals(context.name());
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
