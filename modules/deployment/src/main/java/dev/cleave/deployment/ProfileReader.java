package dev.cleave.deployment;

import dev.cleave.architecture.model.Message;
import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit.Store;
import dev.cleave.platform.failure.Names;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one profile file, and goes on after a fault, so that one reading finds them all. */
final class ProfileReader {

    static final DataSize DEFAULT_MEMORY = DataSize.ofMegabytes(768);
    static final DataSize LEAST_MEMORY = DataSize.ofMegabytes(384);
    static final int MOST_REPLICAS = 100;

    private static final Set<String> PROFILE_KEYS = keys("description", "messaging", "units");
    private static final Set<String> UNIT_KEYS = keys("contexts", "replicas", "memory", "store");
    private static final Map<String, Messaging> MESSAGINGS =
            Map.of("in-process", Messaging.IN_PROCESS, "axon-server", Messaging.AXON_SERVER);
    private static final Map<String, Store> STORES = Map.of("h2", Store.H2, "postgresql", Store.POSTGRESQL);
    private static final Pattern UNIT_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,38}[a-z0-9])?");
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,5})(Mi|Gi)");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final String EXAMPLE = "Write it like { contexts: [catalog, ordering] }.";

    private final String name;
    private final String file;
    private final Set<String> contexts;
    private final Supplier<List<Message>> messages;
    private final List<Fault> faults = new ArrayList<>();

    ProfileReader(String name, String file, Set<String> contexts, Supplier<List<Message>> messages) {
        this.name = name;
        this.file = file;
        this.contexts = contexts;
        this.messages = messages;
    }

    private record Entry(Node key, Node value) {}

    /**
     * Reads the profile.
     *
     * @throws UnusableProfile with all faults of the file
     */
    Profile read(String text) {
        Profile profile = null;
        try {
            refuseTricks(text);
            if (faults.isEmpty()) {
                profile = profile(document(text));
            }
        } catch (MarkedYAMLException e) {
            fault(e.getProblemMark(), "This is not YAML: " + e.getProblem() + ".", remedyFor(text, e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(file, 0, 0,
                    "This is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    remedyFor(text, "")));
        }
        if (profile == null || !faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
            throw new UnusableProfile(faults);
        }
        return profile;
    }

    private static String remedyFor(String text, String problem) {
        if (text.contains("\t")) {
            return "Indent with spaces, not with tabs.";
        }
        if (problem.contains("<block end>")) {
            return "Let what belongs together begin in the same column.";
        }
        return problem.contains("expected ','") ? "Close the bracket or brace that is open here." : "Correct the file.";
    }

    /** Aliases can make a small file large, and tags name classes; a profile needs neither. */
    private void refuseTricks(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                fault(event.getStartMark(), "Anchors and aliases have no place in a profile.", "Write the value out.");
            } else if (event instanceof ScalarEvent scalar && scalar.getTag() != null
                    || event instanceof CollectionStartEvent collection && collection.getTag() != null) {
                fault(event.getStartMark(), "Tags have no place in a profile.", "Remove what begins with an exclamation mark.");
            }
        }
    }

    private @Nullable Node document(String text) {
        Node first = null;
        for (Node document : yaml().composeAll(new StringReader(text))) {
            if (first == null) {
                first = document;
            } else {
                fault(document, "A second document begins here.", "Keep one profile per file.");
                break;
            }
        }
        if (first == null) {
            faults.add(new Fault(file, 1, 1, "The file is empty.", "Give it units; the guide in deployment-profiles shows how."));
        }
        return first;
    }

    private @Nullable Profile profile(@Nullable Node document) {
        if (document == null) {
            return null;
        }
        if (!(document instanceof MappingNode root)) {
            fault(document, "A profile is a mapping.", "Begin with the key units.");
            return null;
        }
        Map<String, Entry> entries = entries(root, PROFILE_KEYS, "a profile");
        String description = text(entries.get("description"), "description").orElse("");
        Optional<Messaging> messaging = choice(entries.get("messaging"), "messaging", MESSAGINGS);
        List<Unit> units = units(root, entries.get("units"));
        if (messaging.equals(Optional.of(Messaging.IN_PROCESS))) {
            checkInProcess(entries.get("messaging").value(), units);
        }
        boolean one = units.size() == 1 && units.getFirst().replicas() == 1;
        return new Profile(name, description, messaging.orElse(one ? Messaging.IN_PROCESS : Messaging.AXON_SERVER), units);
    }

    private void checkInProcess(Node place, List<Unit> units) {
        String remedy = "Set messaging: axon-server.";
        if (units.size() > 1) {
            fault(place, "Messages that stay in their process can't join " + units.size() + " units.", remedy);
        }
        for (Unit unit : units) {
            if (unit.replicas() > 1) {
                fault(place,
                        "Messages that stay in their process can't join the " + unit.replicas() + " replicas of " + unit.name()
                                + ".",
                        remedy);
            }
        }
    }

    private List<Unit> units(MappingNode root, @Nullable Entry entry) {
        if (entry == null) {
            fault(root, "The profile has no units.", "Add the key units.");
            return List.of();
        }
        if (!(entry.value() instanceof MappingNode mapping)) {
            fault(entry.value(), "units is to be a mapping from names to units.",
                    "Write it like shop: { contexts: [catalog, ordering] }.");
            return List.of();
        }
        if (mapping.getValue().isEmpty()) {
            fault(mapping, "The profile has no units.", "Add one.");
        }
        List<Unit> units = new ArrayList<>();
        Map<String, String> unitOf = new HashMap<>();
        Set<String> meant = new HashSet<>();
        entries(mapping, null, "units").forEach((unit, value) -> {
            if (!UNIT_NAME.matcher(unit).matches()) {
                fault(value.key(), quoted(unit) + " can't name a unit.",
                        "Use at most 40 lower-case letters, digits and hyphens, a letter first and no hyphen last.");
            }
            if (BesideUnits.NAMES.contains(unit)) {
                fault(value.key(), "A unit can't be called " + unit + ", because what stands beside the units is called so.",
                        "Give it another name.");
            }
            units.add(unit(unit, value, unitOf, meant));
        });
        for (String context : contexts) {
            if (!unitOf.containsKey(context) && !meant.contains(context)) {
                fault(entry.key(), "Context " + context + " is in no unit" + leftWithoutHandler(context) + ".",
                        "Add it to the contexts of one.");
            }
        }
        return units;
    }

    /** What the other contexts would send to nobody. */
    private String leftWithoutHandler(String context) {
        List<String> commands = messages.get().stream()
                .filter(message -> message.kind() == Message.Kind.COMMAND && message.context().equals(context))
                .filter(command -> command.senders().stream().anyMatch(sender -> !sender.context().equals(context)))
                .map(Message::name)
                .toList();
        return commands.isEmpty() ? "" : ", so that no one would handle " + String.join(", ", commands);
    }

    private Unit unit(String unit, Entry entry, Map<String, String> unitOf, Set<String> meant) {
        Map<String, Entry> entries = Map.of();
        if (entry.value() instanceof MappingNode mapping) {
            entries = entries(mapping, UNIT_KEYS, "a unit");
            if (!entries.containsKey("contexts")) {
                fault(entry.key(), "Unit " + unit + " has no contexts.", "Add the key contexts, or remove the unit.");
            }
        } else if (entry.value().getTag().equals(Tag.NULL)) {
            fault(entry.key(), "Unit " + unit + " is empty.", "Give it contexts, or remove it.");
        } else {
            fault(entry.value(), "Unit " + unit + " is to be a mapping.", EXAMPLE);
        }
        List<String> held = contexts(unit, entries.get("contexts"), unitOf, meant);
        Optional<Integer> replicas = replicas(entries.get("replicas"));
        DataSize memory = memory(entries.get("memory"));
        Optional<Store> store = choice(entries.get("store"), "store", STORES);
        if (replicas.orElse(1) > 1 && store.orElse(Store.H2) == Store.H2) {
            Entry place = entries.getOrDefault("store", entries.get("replicas"));
            fault(place.value(), "Unit " + unit + " has " + replicas.get() + " replicas, and a store on H2 serves one only.",
                    "Set store: postgresql, or replicas: 1.");
        }
        return new Unit(unit, held, replicas.orElse(1), memory, store.orElse(Store.H2));
    }

    private List<String> contexts(String unit, @Nullable Entry entry, Map<String, String> unitOf, Set<String> meant) {
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof SequenceNode sequence)) {
            fault(entry.value(), "contexts is to be a list.", "Write it like [catalog, ordering].");
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            fault(sequence, "Unit " + unit + " has no contexts.", "Add some, or remove the unit.");
        }
        Set<String> held = new LinkedHashSet<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
                fault(item, "A context is named here by something that is no name.", "Write it like [catalog, ordering].");
                continue;
            }
            String context = scalar.getValue();
            if (!contexts.contains(context)) {
                fault(item, "There is no context " + quoted(context) + ".", Names.remedy(context, contexts));
                Names.nearest(context, contexts).ifPresent(meant::add);
                continue;
            }
            String other = unitOf.putIfAbsent(context, unit);
            if (other != null) {
                fault(item, "Context " + context + " is already in unit " + other + ".", "Name it once in the whole profile.");
            }
            held.add(context);
        }
        return List.copyOf(held);
    }

    private Optional<Integer> replicas(@Nullable Entry entry) {
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)
                && COUNT.matcher(scalar.getValue()).matches()) {
            int replicas = Integer.parseInt(scalar.getValue());
            if (replicas >= 1 && replicas <= MOST_REPLICAS) {
                return Optional.of(replicas);
            }
        }
        boolean text = entry.value() instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && COUNT.matcher(scalar.getValue()).matches();
        fault(entry.value(), "replicas is " + (text ? "the text " : "") + shown(entry.value()) + ".",
                "Give a whole number from 1 to " + MOST_REPLICAS + (text ? ", without quotation marks." : "."));
        return Optional.empty();
    }

    private DataSize memory(@Nullable Entry entry) {
        if (entry == null) {
            return DEFAULT_MEMORY;
        }
        Matcher parts = MEMORY.matcher(entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "");
        if (!parts.matches()) {
            fault(entry.value(), "memory is " + shown(entry.value()) + ".", "Write it like 768Mi or 1Gi.");
            return DEFAULT_MEMORY;
        }
        long number = Long.parseLong(parts.group(1));
        DataSize memory = parts.group(2).equals("Gi") ? DataSize.ofGigabytes(number) : DataSize.ofMegabytes(number);
        if (memory.compareTo(LEAST_MEMORY) < 0) {
            fault(entry.value(), "memory is " + shown(entry.value()) + ", in which a process does not run.",
                    "Give it at least " + LEAST_MEMORY.toMegabytes() + "Mi.");
        }
        return memory;
    }

    private <T> Optional<T> choice(@Nullable Entry entry, String key, Map<String, T> choices) {
        if (entry == null) {
            return Optional.empty();
        }
        String given = entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
        T chosen = choices.get(given);
        if (chosen == null) {
            fault(entry.value(), key + " is " + shown(entry.value()) + ".",
                    "It is one of " + String.join(", ", new TreeSet<>(choices.keySet())) + ".");
        }
        return Optional.ofNullable(chosen);
    }

    private Optional<String> text(@Nullable Entry entry, String key) {
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return Optional.of(scalar.getValue().strip());
        }
        fault(entry.value(), key + " is " + shown(entry.value()) + ".",
                "Write a sentence, in quotation marks where YAML needs them.");
        return Optional.empty();
    }

    /** The entries of a mapping; with a set of keys, only those. */
    private Map<String, Entry> entries(MappingNode mapping, @Nullable Set<String> known, String of) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                fault(key, "A key is to be a name.", "Write it like name: value.");
            } else if (known != null && !known.contains(scalar.getValue())) {
                fault(key, "There is no key " + quoted(scalar.getValue()) + " in " + of + ".",
                        Names.remedy(scalar.getValue(), known));
            } else if (entries.containsKey(scalar.getValue())) {
                fault(key, scalar.getValue() + " is given twice.", "Keep one of the two.");
            } else {
                entries.put(scalar.getValue(), new Entry(key, tuple.getValueNode()));
            }
        }
        return entries;
    }

    private static String shown(Node node) {
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            case ScalarNode scalar -> quoted(scalar.getValue());
            case SequenceNode _ -> "a list";
            default -> "a mapping";
        };
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return '"' + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + '"';
    }

    private void fault(Node node, String message, String remedy) {
        fault(node.getStartMark(), message, remedy);
    }

    private void fault(Mark mark, String message, String remedy) {
        faults.add(new Fault(file, mark.getLine() + 1, mark.getColumn() + 1, message, remedy));
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(20);
        return new Yaml(options);
    }

    private static Set<String> keys(String... keys) {
        return new TreeSet<>(List.of(keys));
    }
}
