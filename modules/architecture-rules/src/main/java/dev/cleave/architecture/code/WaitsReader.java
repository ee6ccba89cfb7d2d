package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.bytecode.Evaluation;
import dev.cleave.architecture.bytecode.Evaluation.Call;
import dev.cleave.architecture.bytecode.Evaluation.Seen;
import dev.cleave.architecture.bytecode.Origin;
import dev.cleave.architecture.bytecode.Value;
import dev.cleave.architecture.bytecode.Values;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.model.Wait.Length;
import dev.cleave.architecture.model.Wait.Step;
import dev.cleave.architecture.uses.CallGraph;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds what each context waits for. What opens or closes a wait is followed from where it is entered, so that a kind is known also where
 * code puts its name together, and so that one helper does not mix up what is opened on one event and on another.
 */
final class WaitsReader {

    private static final Set<String> AXON_OPENS = Set.of("schedule");
    private static final Set<String> AXON_CLOSES = Set.of("cancelSchedule", "cancelAll", "cancelAllWithinScope");
    private static final Comparator<Location> PLACES = Comparator.comparing(Location::type)
            .thenComparing(Location::line)
            .thenComparing(place -> String.valueOf(place.member()));

    private final SystemCode code;
    private final Collection<Message> messages;
    private final Settings settings;
    private final Evaluation evaluation;
    private final Map<String, SortedMap<String, Draft>> drafts = new TreeMap<>();

    WaitsReader(SystemCode code, Collection<Message> messages) {
        this.code = code;
        this.messages = messages;
        this.settings = new Settings(code);
        this.evaluation = new Evaluation(
                code.classes(),
                type -> code.contextOf(type).isPresent(),
                Settings::isOne,
                call -> opens(call) || closes(call) || call.name().equals("<init>") && isRunOut(call.owner()));
    }

    /** What becomes known of a kind of wait. */
    private static final class Draft {

        private final Set<Length> lengths = new LinkedHashSet<>();
        private final Set<Step> opened = new LinkedHashSet<>();
        private final Set<Step> closed = new LinkedHashSet<>();
        private final Set<Location> ends = new LinkedHashSet<>();
        private final Set<String> sends = new TreeSet<>();
        private boolean nameless;

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
        for (JavaCodeUnit entry : entriesTo(this::opensOrCloses)) {
            evaluation.of(entry).seen().stream()
                    .filter(seen -> opens(seen.call()) || closes(seen.call()))
                    .forEach(seen -> note(entry, seen));
        }
        followRunOuts();
        followDeadlines();
        List<Wait> waits = new ArrayList<>();
        drafts.forEach((context, kinds) -> kinds.forEach((kind, draft) -> {
            if (!draft.opened.isEmpty()) {
                waits.add(draft.wait(kind, context));
            }
        }));
        return waits;
    }

    private void note(JavaCodeUnit entry, Seen seen) {
        String context = code.contextOf(seen.in()).orElseThrow().name();
        Values kind = named(seen);
        boolean opening = opens(seen.call());
        Set<String> kinds = kind.texts();
        if (kinds.isEmpty() && opening) {
            String stead = seen.in().getSimpleName() + "." + seen.method();
            kinds = Set.of(stead);
            draft(context, stead).nameless = true;
        }
        for (String each : kinds) {
            Draft draft = draft(context, each);
            (opening ? draft.opened : draft.closed).addAll(steps(entry, seen));
            if (opening) {
                seen.arguments().stream()
                        .filter(argument -> !argument.equals(kind))
                        .flatMap(argument -> argument.from().stream())
                        .flatMap(origin -> settings.length(origin).stream())
                        .forEach(draft.lengths::add);
            }
        }
    }

    private Draft draft(String context, String kind) {
        return drafts.computeIfAbsent(context, any -> new TreeMap<>()).computeIfAbsent(kind, any -> new Draft());
    }

    /** The first text that is given. */
    private static Values named(Seen seen) {
        for (int i = 0; i < seen.arguments().size(); i++) {
            if (seen.call().type().parameterType(i).descriptorString().equals("Ljava/lang/String;")) {
                return seen.arguments().get(i);
            }
        }
        return seen.receiver();
    }

    private List<Step> steps(JavaCodeUnit entry, Seen seen) {
        boolean atOnce = seen.in().equals(entry.getOwner()) && seen.method().equals(entry.getName());
        Location location = atOnce ? code.sources().locate(seen.in(), seen.method(), seen.line()) : code.at(entry);
        Handling handling = code.handlings().of(entry).orElse(null);
        if (handling == null) {
            return List.of(new Step(List.of(), entry.getOwner().getName(), location));
        }
        List<String> on = messages.stream()
                .filter(message -> message.kind() == handling.sort().kind())
                .filter(message -> message.handlers().stream().anyMatch(handler -> handler.location().equals(code.at(entry))))
                .map(Message::type)
                .sorted()
                .toList();
        return code.parts().handlersOf(handling).map(type -> new Step(on, type.getName(), location)).toList();
    }

    // What follows

    private void followRunOuts() {
        List<JavaClass> runOuts = code.contextClasses().filter(type -> isRunOut(type.getName())).toList();
        for (JavaClass type : runOuts) {
            if (code.parts().isManaged(type)) {
                follow(type, madeBy(type), code.at(type));
            }
        }
        for (JavaCodeUnit entry : entriesTo(access -> access.name().equals("<init>") && isRunOut(access.owner()))) {
            for (Seen seen : evaluation.of(entry).seen()) {
                if (seen.call().name().equals("<init>") && isRunOut(seen.call().owner())) {
                    follow(code.classes().get(seen.call().owner()), seen.receiver(), code.at(entry));
                }
            }
        }
    }

    private static Values madeBy(JavaClass type) {
        return new Values(Set.of(new Value.Made(type.getName(), new TreeMap<>())), false, Set.of());
    }

    private void follow(JavaClass runOut, Values object, Location place) {
        String context = code.contextOf(runOut).orElseThrow().name();
        Set<String> kinds = new TreeSet<>();
        Set<String> sends = new TreeSet<>();
        for (JavaMethod method : methods(runOut)) {
            Values returned = evaluation.of(method, object).returned();
            if (method.getRawReturnType().getName().equals(String.class.getName())) {
                kinds.addAll(returned.texts());
            } else {
                returned.all(Value.Made.class).stream().map(Value.Made::type).filter(this::isMessage).forEach(sends::add);
            }
        }
        // Where the code does not tell which wait it is about, it may be any of those of which neither is told.
        drafts.getOrDefault(context, new TreeMap<>()).forEach((kind, draft) -> {
            if (kinds.contains(kind) || kinds.isEmpty() && draft.nameless) {
                draft.ends.add(place);
                draft.sends.addAll(sends);
            }
        });
    }

    /** Those by which a class says which wait it is about and what to send. */
    private List<JavaMethod> methods(JavaClass runOut) {
        String wait = String.valueOf(code.conventions().waitType());
        Set<String> asked = code.classes().contain(wait)
                ? code.classes().get(wait).getAllMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet())
                : Set.of();
        return runOut.getAllMethods().stream()
                .filter(method -> asked.isEmpty() || asked.contains(method.getName()))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getOwner().getPackageName().startsWith("java."))
                .toList();
    }

    private boolean isMessage(String type) {
        return messages.stream().anyMatch(message -> message.type().equals(type));
    }

    private void followDeadlines() {
        messages.stream().filter(message -> message.kind() == Kind.DEADLINE).forEach(deadline -> {
            Set<String> sends = new TreeSet<>(deadline.leadsTo());
            messages.stream()
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

    private boolean opensOrCloses(Call call) {
        return opens(call) || closes(call);
    }

    private boolean opens(Call call) {
        return isOf(call, "open", AXON_OPENS);
    }

    private boolean closes(Call call) {
        return isOf(call, "close", AXON_CLOSES);
    }

    private boolean isOf(Call call, String own, Set<String> axons) {
        return call.owner().equals(code.conventions().waits())
                ? call.name().equals(own)
                : call.owner().equals(Axon.DEADLINE_MANAGER) && axons.contains(call.name());
    }

    private boolean isRunOut(String type) {
        String wait = code.conventions().waitType();
        return wait != null
                && code.classes().contain(type)
                && code.contextOf(code.classes().get(type)).isPresent()
                && !Types.isAbstract(code.classes().get(type))
                && Axon.isA(code.classes().get(type), wait);
    }

    /** What is run by something else than the contexts' own code, and leads to certain calls. */
    private List<JavaCodeUnit> entriesTo(Predicate<Call> wanted) {
        Set<JavaCodeUnit> reached = new LinkedHashSet<>();
        List<JavaCodeUnit> open = new ArrayList<>(code.contextClasses()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getAccessesFromSelf().stream()
                        .anyMatch(access -> wanted.test(new Call(
                                access.getTargetOwner().getName(),
                                access.getTarget().getName(),
                                ConstantDescs.MTD_void))))
                .toList());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.removeLast();
            if (reached.add(unit)) {
                code.calls().to(unit).stream()
                        .map(CallGraph.Call::from)
                        .filter(caller -> code.contextOf(caller.getOwner()).isPresent())
                        .forEach(open::add);
            }
        }
        return reached.stream()
                .filter(unit -> code.parts().isEntered(unit) || isUncalled(unit))
                .sorted(Comparator.comparing(JavaCodeUnit::getFullName))
                .toList();
    }

    private boolean isUncalled(JavaCodeUnit unit) {
        return code.calls().to(unit).stream()
                .allMatch(call -> call.from().equals(unit) || code.contextOf(call.from().getOwner()).isEmpty());
    }
}
