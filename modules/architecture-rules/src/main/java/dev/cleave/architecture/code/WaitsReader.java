package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.bytecode.Instructions;
import dev.cleave.architecture.bytecode.Instructions.Called;
import dev.cleave.architecture.bytecode.Instructions.Constant;
import dev.cleave.architecture.bytecode.Instructions.Read;
import dev.cleave.architecture.bytecode.Instructions.Written;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.model.Wait.Length;
import dev.cleave.architecture.model.Wait.Step;
import dev.cleave.architecture.uses.CallGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each context waits for: the constants that it declares as its waits, and Axon's deadlines. A constant's declaration names the
 * wait, its length and the command that ends it. Which wait a call opens or closes, the code names before the call; where it is named
 * further up, by the code that calls that code, it is found there.
 */
final class WaitsReader {

    private static final Set<String> AXON_OPENS = Set.of("schedule");
    private static final Set<String> AXON_CLOSES = Set.of("cancelSchedule", "cancelAll", "cancelAllWithinScope");
    private static final Comparator<Location> PLACES = Comparator.comparing(Location::type)
            .thenComparing(Location::line)
            .thenComparing(place -> String.valueOf(place.member()));

    private final SystemCode code;
    private final Map<String, Message> messages = new HashMap<>();
    private final Map<String, SortedMap<String, Draft>> drafts = new TreeMap<>();
    private final Map<String, String> declared = new HashMap<>();
    private final Set<JavaCodeUnit> leading = new LinkedHashSet<>();
    private final Map<JavaCodeUnit, List<Use>> uses = new HashMap<>();

    WaitsReader(SystemCode code, Collection<Message> messages) {
        this.code = code;
        messages.forEach(message -> this.messages.put(message.type(), message));
    }

    /** What becomes known of a kind of wait. */
    private static final class Draft {

        private final Set<Length> lengths = new LinkedHashSet<>();
        private final Set<Step> opened = new LinkedHashSet<>();
        private final Set<Step> closed = new LinkedHashSet<>();
        private final Set<Location> ends = new LinkedHashSet<>();
        private final Set<String> sends = new TreeSet<>();

        private boolean isOpenedBy(Message deadline) {
            return opened.stream()
                    .anyMatch(step -> deadline.handlers().stream().anyMatch(handler -> handler.type().equals(step.type())));
        }

        private Wait wait(String kind, String context) {
            return new Wait(kind, context, lengths.stream().sorted(Settings.ORDER).toList(), sorted(opened), sorted(closed),
                    ends.stream().sorted(PLACES).toList(), List.copyOf(sends));
        }

        private static List<Step> sorted(Set<Step> steps) {
            return steps.stream()
                    .sorted(Comparator.comparing(Step::location, PLACES).thenComparing(step -> String.valueOf(step.on())))
                    .toList();
        }
    }

    List<Wait> read() {
        code.contextClasses().forEach(this::readDeclarations);
        findLeading();
        leading.stream()
                .filter(unit -> code.parts().isEntered(unit) || isUncalled(unit))
                .sorted(Comparator.comparing(JavaCodeUnit::getFullName))
                .forEach(entry -> uses(entry).forEach(use -> note(entry, use)));
        followDeadlines();
        List<Wait> waits = new ArrayList<>();
        drafts.forEach((context, kinds) -> kinds.forEach((kind, draft) -> {
            if (!draft.opened.isEmpty()) {
                waits.add(draft.wait(kind, context));
            }
        }));
        return waits;
    }

    private Draft draft(String context, String kind) {
        return drafts.computeIfAbsent(context, any -> new TreeMap<>()).computeIfAbsent(kind, any -> new Draft());
    }

    // What is declared

    /** What a constant is made with stands between the constant before and this one. */
    private void readDeclarations(JavaClass type) {
        if (type.getFields().stream().noneMatch(this::isWait)) {
            return;
        }
        JavaCodeUnit initialiser = type.getStaticInitializer().orElseThrow();
        for (List<Instructions.Step> made : Instructions.leadingTo(Written.class::isInstance, initialiser)) {
            type.tryGetField(((Written) made.getLast()).field())
                    .filter(this::isWait)
                    .ifPresent(field -> declare(field, initialiser, made));
        }
    }

    private boolean isWait(JavaField field) {
        String wait = code.conventions().waitType();
        return wait != null && Axon.isA(field.getRawType(), wait);
    }

    private void declare(JavaField field, JavaCodeUnit initialiser, List<Instructions.Step> made) {
        JavaClass type = field.getOwner();
        Named named = new Named();
        made.forEach(step -> note(step, initialiser, named));
        String kind = named.texts.stream().skip(type.isEnum() ? 1 : 0).findFirst().orElse(field.getName());
        declared.put(type.getName() + "." + field.getName(), kind);
        List<JavaCodeUnit> called = made.stream().flatMap(step -> calledBy(initialiser, step)).toList();
        Set<String> sends = commandsMadeBy(called);
        if (sends.isEmpty()) {
            sends = commandsMadeBy(called.stream()
                    .filter(JavaCodeUnit::isConstructor)
                    .flatMap(constructor -> constructor.getOwner().getMethods().stream())
                    .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                    .toList());
        }
        Draft draft = draft(code.contextOf(type).orElseThrow().name(), kind);
        draft.lengths.addAll(named.lengths);
        if (!sends.isEmpty()) {
            draft.sends.addAll(sends);
            draft.ends.add(code.sources().locate(type, field.getName(), made.getFirst().line()));
        }
    }

    private Stream<JavaCodeUnit> calledBy(JavaCodeUnit unit, Instructions.Step step) {
        return step instanceof Called called
                ? code.calls().from(unit).stream().map(CallGraph.Call::to).filter(called::mayBe)
                : Stream.empty();
    }

    private Set<String> commandsMadeBy(Collection<? extends JavaCodeUnit> units) {
        Set<String> made = new TreeSet<>();
        code.calls()
                .reach(units, call -> code.contextOf(call.to().getOwner()).isPresent())
                .units()
                .stream()
                .filter(JavaCodeUnit::isConstructor)
                .map(constructor -> constructor.getOwner().getName())
                .filter(type -> messages.containsKey(type) && messages.get(type).kind() == Kind.COMMAND)
                .forEach(made::add);
        return made;
    }

    // What opens and closes it

    /**
     * That code opens or closes waits.
     *
     * @param kinds empty where the code that calls it names them
     */
    private record Use(boolean opens, boolean deadline, Set<String> kinds, Set<Length> lengths, int line) {

        Use calledWith(Named named, int at) {
            Set<Length> all = new LinkedHashSet<>(lengths);
            all.addAll(named.lengths);
            return new Use(opens, deadline, kinds.isEmpty() ? Set.copyOf(deadline ? named.texts : named.waits) : kinds, all, at);
        }
    }

    /** What code has named since the last call that opens or closes a wait. */
    private static final class Named {

        private final Set<String> waits = new LinkedHashSet<>();
        private final Set<String> texts = new LinkedHashSet<>();
        private final Set<Length> lengths = new LinkedHashSet<>();
        private @Nullable Object constant;

        void forget() {
            waits.clear();
            texts.clear();
            lengths.clear();
            constant = null;
        }
    }

    private List<Use> uses(JavaCodeUnit unit) {
        if (!leading.contains(unit) || uses.containsKey(unit)) {
            return uses.getOrDefault(unit, List.of());
        }
        uses.put(unit, List.of());
        List<Use> found = new ArrayList<>();
        Named named = new Named();
        for (Instructions.Step step : Instructions.of(unit)) {
            List<Use> led = step instanceof Called called && isUse(called)
                    ? List.of(new Use(opens(called), isDeadline(called), Set.of(), Set.of(), 0))
                    : calledBy(unit, step).flatMap(to -> uses(to).stream()).toList();
            led.forEach(use -> found.add(use.calledWith(named, step.line())));
            if (led.isEmpty()) {
                note(step, unit, named);
            } else {
                named.forget();
            }
        }
        uses.put(unit, found);
        return found;
    }

    private void note(Instructions.Step step, JavaCodeUnit unit, Named named) {
        switch (step) {
            case Read read when declared.containsKey(read.owner() + "." + read.field()) ->
                named.waits.add(declared.get(read.owner() + "." + read.field()));
            case Constant constant -> {
                named.constant = constant.value();
                if (constant.value() instanceof String text) {
                    named.texts.add(text);
                }
            }
            case Called called -> {
                Settings.fixed(called, named.constant).ifPresent(length -> {
                    named.lengths.add(length);
                    named.texts.remove(String.valueOf(named.constant));
                });
                Settings.lengthsIn(code, calledBy(unit, called).toList()).forEach(named.lengths::add);
            }
            default -> {}
        }
    }

    private void note(JavaCodeUnit entry, Use use) {
        String context = code.contextOf(entry.getOwner()).orElseThrow().name();
        for (String kind : kinds(entry, use)) {
            Draft draft = draft(context, kind);
            (use.opens() ? draft.opened : draft.closed).addAll(steps(entry, use.line()));
            if (use.opens()) {
                draft.lengths.addAll(use.lengths());
            }
        }
    }

    /** Of several texts, the name of a deadline is that by which one is handled. A deadline without a name is called by what opens it. */
    private Set<String> kinds(JavaCodeUnit entry, Use use) {
        if (!use.deadline()) {
            return use.kinds();
        }
        List<String> handled = use.kinds().stream()
                .filter(kind -> messages.containsKey(kind) && messages.get(kind).kind() == Kind.DEADLINE)
                .toList();
        return !handled.isEmpty()
                ? Set.copyOf(handled)
                : !use.kinds().isEmpty() || !use.opens()
                        ? use.kinds()
                : Set.of(entry.getOwner().getSimpleName() + "." + entry.getName());
    }

    private List<Step> steps(JavaCodeUnit entry, int line) {
        Location location = code.sources().locate(entry.getOwner(), entry.getName(), line);
        Handling handling = code.handlings().of(entry).orElse(null);
        if (handling == null) {
            return List.of(new Step(List.of(), entry.getOwner().getName(), location));
        }
        List<String> on = messages.values().stream()
                .filter(message -> message.kind() == handling.sort().kind())
                .filter(message -> message.handlers().stream().anyMatch(handler -> handler.location().equals(code.at(entry))))
                .map(Message::type)
                .sorted()
                .toList();
        return code.parts().handlersOf(handling).map(type -> new Step(on, type.getName(), location)).toList();
    }

    // What ends a deadline

    private void followDeadlines() {
        messages.values().stream().filter(message -> message.kind() == Kind.DEADLINE).forEach(deadline -> {
            Set<String> sends = new TreeSet<>(deadline.leadsTo());
            messages.values()
                    .stream()
                    .filter(message -> message.kind() == Kind.COMMAND)
                    .filter(message -> message.senders().stream()
                            .flatMap(sender -> sender.places().stream())
                            .anyMatch(place -> isIn(place, deadline)))
                    .forEach(message -> sends.add(message.type()));
            drafts.getOrDefault(deadline.context(), new TreeMap<>()).forEach((kind, draft) -> {
                if (kind.equals(deadline.type()) || isUnnamed(deadline) && draft.isOpenedBy(deadline)) {
                    deadline.handlers().forEach(handler -> draft.ends.add(handler.location()));
                    draft.sends.addAll(sends);
                }
            });
        });
    }

    /** Whether its handler handles whatever its class schedules. */
    private static boolean isUnnamed(Message deadline) {
        return deadline.handlers().stream()
                .anyMatch(handler -> deadline.type().equals(handler.type() + "." + handler.method()));
    }

    private static boolean isIn(Location place, Message deadline) {
        return deadline.handlers().stream()
                .anyMatch(handler -> handler.type().equals(place.type()) && handler.method().equals(place.member()));
    }

    // Where it is done

    private boolean isUse(Called call) {
        return opens(call) || isOf(call, "close", AXON_CLOSES);
    }

    private boolean opens(Called call) {
        return isOf(call, "open", AXON_OPENS);
    }

    private boolean isOf(Called call, String own, Set<String> axons) {
        return call.owner().equals(code.conventions().waits())
                ? call.name().equals(own)
                : isDeadline(call) && axons.contains(call.name());
    }

    private static boolean isDeadline(Called call) {
        return call.owner().equals(Axon.DEADLINE_MANAGER);
    }

    /** The contexts' code that opens or closes waits, and what calls it. */
    private void findLeading() {
        List<JavaCodeUnit> open = new ArrayList<>(code.contextClasses()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getAccessesFromSelf().stream().anyMatch(access -> isUse(Called.of(access))))
                .toList());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.removeLast();
            if (leading.add(unit)) {
                code.calls().to(unit).stream()
                        .map(CallGraph.Call::from)
                        .filter(caller -> code.contextOf(caller.getOwner()).isPresent())
                        .forEach(open::add);
            }
        }
    }

    private boolean isUncalled(JavaCodeUnit unit) {
        return code.calls().to(unit).stream()
                .allMatch(call -> call.from().equals(unit) || code.contextOf(call.from().getOwner()).isEmpty());
    }
}
