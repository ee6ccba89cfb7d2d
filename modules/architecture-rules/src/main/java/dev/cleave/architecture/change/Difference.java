package dev.cleave.architecture.change;

import dev.cleave.architecture.change.EarlierForms.Proof;
import dev.cleave.architecture.change.Kept.KeptMessage;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.EdgeChange;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.MessageChange.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has changed between what was kept of a report and a present one.
 *
 * <p>Events are stored, and must be read forever: a change that a stored one can't be read after fails, unless the revision tells old and new
 * apart, an upcaster brings the old into the present form, and a sample of the old shows it. Commands and queries live for as long as they are
 * on their way; what became of them is told, and fails nothing.
 */
public final class Difference {

    private static final Set<Map.Entry<String, String>> WIDER = Set.of(
            Map.entry("byte", "int"), Map.entry("short", "int"), Map.entry("int", "long"), Map.entry("Integer", "Long"),
            Map.entry("float", "double"), Map.entry("int", "BigInteger"), Map.entry("long", "BigInteger"));

    private final Kept before;
    private final Kept now;
    private final EarlierForms earlierForms;

    private Difference(Kept before, Kept now, EarlierForms earlierForms) {
        this.before = before;
        this.now = now;
        this.earlierForms = earlierForms;
    }

    /** What has changed. */
    public static Change between(Kept before, Report now, EarlierForms earlierForms) {
        Difference difference = new Difference(before, Kept.of(now), earlierForms);
        return new Change(before.commit(), null, difference.messages(), difference.edges(), difference.violations());
    }

    private List<MessageChange> messages() {
        SortedMap<String, String> old = byName(before);
        SortedMap<String, String> young = byName(now);
        SortedSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        return names.stream()
                .map(name -> message(
                        young.getOrDefault(name, old.get(name)), message(before, old.get(name)), message(now, young.get(name))))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(MessageChange::breaking).reversed()
                        .thenComparing(Comparator.comparing(MessageChange::sort).reversed())
                        .thenComparing(MessageChange::type))
                .toList();
    }

    /** Messages are the same that are stored under the same name, wherever their classes are. */
    private SortedMap<String, String> byName(Kept kept) {
        SortedMap<String, String> names = new TreeMap<>();
        kept.messages().keySet().forEach(type -> names.put(earlierForms.storedName(type), type));
        return names;
    }

    private static @Nullable KeptMessage message(Kept kept, @Nullable String type) {
        return type == null ? null : kept.messages().get(type);
    }

    private @Nullable MessageChange message(String type, @Nullable KeptMessage old, @Nullable KeptMessage young) {
        if (old == null && young != null) {
            return new MessageChange(type, young.kind(), young.context(), Sort.ADDED, List.of(), null, false);
        }
        if (young == null && old != null) {
            return removed(type, old);
        }
        List<String> broken = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        compare(old, young, broken, kept);
        boolean event = young.kind() == Kind.EVENT;
        boolean sameRevision = Objects.equals(old.revision(), young.revision());
        if (event && !sameRevision) {
            kept.addFirst(changed(old.revision(), young.revision()));
        }
        if (broken.isEmpty() && (sameRevision || !event)) {
            return kept.isEmpty() ? null
                    : new MessageChange(type, young.kind(), young.context(), Sort.COMPATIBLE, kept, null, false);
        }
        List<String> details = new ArrayList<>(broken);
        details.addAll(kept);
        if (!event) {
            return new MessageChange(type, young.kind(), young.context(), Sort.INCOMPATIBLE, details, null, false);
        }
        if (sameRevision) {
            details.add((old.revision() == null ? "Without a revision there are thereby"
                    : "Revision " + old.revision() + " thereby means")
                    + " two forms, which nothing can tell apart. Give the new form a"
                    + " new revision, write an upcaster from " + form(old.revision()) + ", and keep a sample of it.");
            return new MessageChange(type, young.kind(), young.context(), Sort.INCOMPATIBLE, details, null, true);
        }
        return proven(new MessageChange(type, young.kind(), young.context(), Sort.INCOMPATIBLE, details, null, true), old);
    }

    private MessageChange removed(String type, KeptMessage old) {
        if (old.kind() != Kind.EVENT) {
            return new MessageChange(type, old.kind(), old.context(), Sort.REMOVED, List.of(), null, false);
        }
        return proven(
                new MessageChange(type, old.kind(), old.context(), Sort.REMOVED, List.of("There may be stored events of it."),
                        null, true),
                old);
    }

    private MessageChange proven(MessageChange change, KeptMessage old) {
        Proof proof = earlierForms.of(change.type(), old.revision());
        if (proof.complete()) {
            return new MessageChange(change.type(), change.kind(), change.context(), change.sort(), change.details(),
                    proof.upcaster() + " reads " + form(old.revision()) + ", of which " + proof.sample()
                            + " is a sample.",
                    false);
        }
        List<String> details = new ArrayList<>(change.details());
        if (proof.upcaster() == null) {
            details.add("No upcaster reads " + form(old.revision()) + ": write one"
                    + (change.sort() == Sort.REMOVED ? " into what takes its place, or keep the event." : "."));
        }
        if (proof.sample() == null) {
            details.add("No sample of " + form(old.revision()) + " shows that it is read: keep one in the tests.");
        }
        return new MessageChange(change.type(), change.kind(), change.context(), change.sort(), details, null, true);
    }

    private static String changed(@Nullable String before, @Nullable String now) {
        if (before == null) {
            return "It named no revision, and is in revision " + now + ".";
        }
        return now == null
                ? "It was in revision " + before + ", and names none."
                : "The revision was " + before + " and is " + now + ".";
    }

    private static String form(@Nullable String revision) {
        return revision == null ? "the form without a revision" : "revision " + revision;
    }

    /**
     * @param broken what keeps a message in the old form from being read
     * @param kept what does not
     */
    private static void compare(KeptMessage old, KeptMessage young, List<String> broken, List<String> kept) {
        old.fields().forEach((path, was) -> {
            String is = young.fields().get(path);
            if (is == null) {
                if (!old.fields().containsKey(parent(path)) || young.fields().containsKey(parent(path))) {
                    broken.add(path + " is gone.");
                }
            } else if (!is.equals(was)) {
                compare(path, was, is, broken, kept);
            }
        });
        young.fields().forEach((path, is) -> {
            boolean partOfNew = young.fields().containsKey(parent(path)) && !old.fields().containsKey(parent(path));
            if (!old.fields().containsKey(path) && !partOfNew) {
                if (WrittenForm.mayBeMissing(is)) {
                    kept.add(path + " was added; it may be missing.");
                } else {
                    broken.add(path + " was added, must be there, and is missing where it was written before.");
                }
            }
        });
    }

    private static void compare(String path, String was, String is, List<String> broken, List<String> kept) {
        String before = WrittenForm.content(was);
        String after = WrittenForm.content(is);
        if (!before.equals(after)) {
            List<String> constants = WrittenForm.constants(was);
            List<String> left = new ArrayList<>(constants);
            left.removeAll(WrittenForm.constants(is));
            List<String> more = new ArrayList<>(WrittenForm.constants(is));
            more.removeAll(constants);
            boolean bothEnumerations = !constants.isEmpty() && !WrittenForm.constants(is).isEmpty();
            if (bothEnumerations && !left.isEmpty()) {
                broken.add(path + " can no longer be " + String.join(", ", left) + ".");
            }
            if (bothEnumerations && !more.isEmpty()) {
                kept.add(path + " can also be " + String.join(", ", more) + ".");
            }
            if (!bothEnumerations) {
                (WIDER.contains(Map.entry(before, after)) ? kept : broken)
                        .add(path + " was " + before + " and is " + after + ".");
            }
        }
        if (WrittenForm.mayBeMissing(was) && !WrittenForm.mayBeMissing(is)) {
            broken.add(path + " might be missing, and must be there now.");
        } else if (!WrittenForm.mayBeMissing(was) && WrittenForm.mayBeMissing(is)) {
            kept.add(path + " may be missing now.");
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    private List<EdgeChange> edges() {
        List<EdgeChange> changes = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (Graph graph : Graph.values()) {
            SortedSet<String> were = before.edges().getOrDefault(graph, Collections.emptySortedSet());
            SortedSet<String> are = now.edges().getOrDefault(graph, Collections.emptySortedSet());
            SortedSet<String> all = new TreeSet<>(were);
            all.addAll(are);
            for (String edge : all) {
                boolean added = are.contains(edge);
                boolean changed = added != were.contains(edge);
                if (changed && (graph == Graph.CODE || told.add(edge + added))) {
                    Map.Entry<String, String> ends = Kept.ends(edge);
                    changes.add(new EdgeChange(ends.getKey(), ends.getValue(), graph, added));
                }
            }
        }
        return changes;
    }

    private List<String> violations() {
        List<String> fresh = new ArrayList<>();
        now.violations().forEach((rule, keys) -> {
            List<String> left = new ArrayList<>(keys);
            before.violations().getOrDefault(rule, List.of()).forEach(left::remove);
            left.forEach(key -> fresh.add(rule + ": " + key));
        });
        return fresh;
    }
}
