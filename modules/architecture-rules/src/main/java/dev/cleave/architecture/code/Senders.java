package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.Calls.Making;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sends messages. Who makes a command sends it; where a helper makes it, those do from which calls lead to the helper: controllers,
 * event handlers, waits, schedulers. An event is applied by the aggregate from which calls lead to where it is made.
 */
final class Senders {

    private static final Comparator<Sender> ORDER =
            Comparator.comparing(Sender::context).thenComparing(Sender::type).thenComparing(Sender::role);

    private static final Comparator<Location> PLACES =
            Comparator.comparing(Location::line).thenComparing(place -> String.valueOf(place.member()));

    private final SystemCode code;
    private final Calls calls;
    private final Handlings handlings;
    private final Parts parts;
    private final Predicate<JavaClass> requests;
    private final Function<Handling, Collection<JavaClass>> eventsOf;

    /**
     * @param requests which classes are commands and queries
     * @param eventsOf the events that a handler of events handles
     */
    Senders(
            SystemCode code, Calls calls, Predicate<JavaClass> requests, Function<Handling, Collection<JavaClass>> eventsOf) {
        this.code = code;
        this.calls = calls;
        this.handlings = code.handlings();
        this.parts = code.parts();
        this.requests = requests;
        this.eventsOf = eventsOf;
    }

    /** Who sends a command or query. */
    List<Sender> ofRequest(JavaClass request) {
        Map<String, Sender> senders = new TreeMap<>();
        for (Making making : calls.makings(request)) {
            Map<JavaCodeUnit, List<Sender>> entries = found(making, unit -> entries(unit, making));
            if (entries.isEmpty()) {
                entries = found(making, unit -> Stream.ofNullable(end(unit, making, request)));
            }
            boolean doubtful = entries.size() > 1 && !entries.containsKey(making.by()) && makesOthers(making);
            entries.values()
                    .forEach(found -> found.stream()
                            .map(sender -> doubtful ? doubted(sender, making) : sender)
                            .forEach(sender -> senders.merge(sender.type(), sender, Senders::together)));
        }
        return sorted(senders);
    }

    private Map<JavaCodeUnit, List<Sender>> found(Making making, Function<JavaCodeUnit, Stream<Sender>> senders) {
        Map<JavaCodeUnit, List<Sender>> found = new LinkedHashMap<>();
        for (JavaCodeUnit unit : calls.leadingTo(making.by())) {
            List<Sender> all = senders.apply(unit).toList();
            if (!all.isEmpty()) {
                found.put(unit, all);
            }
        }
        return found;
    }

    /** Whether the code that makes a message makes others too, so that calls alone do not tell who has which of them made. */
    private boolean makesOthers(Making making) {
        return making.by().getAccessesFromSelf().stream()
                .filter(access -> access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME))
                .map(JavaAccess::getTargetOwner)
                .anyMatch(type -> !type.equals(making.type()) && requests.test(type));
    }

    private Sender doubted(Sender sender, Making making) {
        return new Sender(
                sender.type(), sender.context(), sender.role(), sender.processor(), sender.on(), sender.places(), made(making));
    }

    /** Who applies an event. */
    List<Sender> ofEvent(JavaClass event) {
        Map<String, Sender> roots = new TreeMap<>();
        Map<String, Sender> entities = new TreeMap<>();
        Map<String, Sender> others = new TreeMap<>();
        for (Making making : calls.makings(event)) {
            boolean published = false;
            // An aggregate that makes it applies it; what leads on to that, another aggregate for example, does not.
            Set<JavaCodeUnit> appliers =
                    parts.isAggregate(making.by().getOwner()) ? Set.of(making.by()) : calls.leadingTo(making.by());
            for (JavaCodeUnit unit : appliers) {
                JavaClass owner = unit.getOwner();
                if (parts.isInAggregate(owner) && !beginsWay(unit, making, appliers)) {
                    continue;
                }
                if (parts.isAggregate(owner)) {
                    note(roots, unit, making, Role.AGGREGATE);
                } else if (parts.isInAggregate(owner)) {
                    note(entities, unit, making, Role.AGGREGATE);
                } else if (publishes(unit)) {
                    published = true;
                    note(others, unit, making, parts.role(owner));
                }
            }
            JavaCodeUnit maker = making.by();
            if (!published && calls.reachedFrom(maker, any -> true).stream().anyMatch(Senders::publishes)) {
                note(others, maker, making, parts.role(maker.getOwner()));
            }
        }
        return sorted(!roots.isEmpty() ? roots : !entities.isEmpty() ? entities : others);
    }

    /** Whether code makes the event, or is the last of its class on a way to that. */
    private boolean beginsWay(JavaCodeUnit unit, Making making, Set<JavaCodeUnit> leading) {
        return unit.equals(making.by())
                || calls.from(unit).stream().anyMatch(next -> leading.contains(next) && !next.getOwner().equals(unit.getOwner()));
    }

    /** Who schedules the deadlines that a class handles. */
    List<Sender> ofDeadline(JavaClass handler) {
        Map<String, Sender> senders = new TreeMap<>();
        for (JavaCodeUnit unit : handler.getCodeUnits()) {
            unit.getAccessesFromSelf().stream()
                    .filter(access -> access.getTargetOwner().getName().equals(Axon.DEADLINE_MANAGER)
                            && access.getTarget().getName().startsWith("schedule"))
                    .findFirst()
                    .ifPresent(access -> note(
                            senders, unit, new Making(access.getTargetOwner(), unit, access.getLineNumber()),
                            parts.role(handler)));
        }
        return sorted(senders);
    }

    private void note(Map<String, Sender> senders, JavaCodeUnit unit, Making making, Role role) {
        Sender sender = sender(unit.getOwner(), unit, making, role, null, List.of());
        if (sender != null) {
            senders.merge(sender.type(), sender, Senders::together);
        }
    }

    /** The senders that code is the way into: several if a handler is inherited. */
    private Stream<Sender> entries(JavaCodeUnit unit, Making making) {
        Handling handling = handlings.of(unit).orElse(null);
        if (handling == null) {
            return Stream.ofNullable(entry(unit, making));
        }
        JavaClass owner = unit.getOwner();
        if (handling.sort() == Handling.Sort.SOURCING || handling.ofEvents() && parts.isInAggregate(owner)) {
            return Stream.empty();
        }
        List<String> on = handling.ofEvents()
                ? eventsOf.apply(handling).stream().map(JavaClass::getName).sorted().toList()
                : List.of();
        return parts.handlersOf(handling)
                .flatMap(type -> Stream.ofNullable(sender(
                        type, unit, making, parts.role(type), handling.ofEvents() ? parts.processor(type) : null, on)));
    }

    private @Nullable Sender entry(JavaCodeUnit unit, Making making) {
        JavaClass owner = unit.getOwner();
        if (parts.role(owner) == Role.WAIT) {
            return sender(owner, unit, making, Role.WAIT, null, List.of());
        }
        if (parts.isController(owner)) {
            return sender(owner, unit, making, Role.CONTROLLER, null, List.of());
        }
        return parts.isCalledFromOutside(unit) || isMain(unit)
                ? sender(owner, unit, making, parts.role(owner), null, List.of())
                : null;
    }

    /** The sender that code is where no other calls it, so that something outside must. */
    private @Nullable Sender end(JavaCodeUnit unit, Making making, JavaClass request) {
        JavaClass owner = unit.getOwner();
        boolean own = Types.outermost(owner).equals(Types.outermost(request)) && !sends(owner);
        if (!calls.isUncalled(unit) || own || parts.isInAggregate(owner) && !sends(owner)) {
            return null;
        }
        return sender(owner, unit, making, parts.role(owner), null, List.of());
    }

    private boolean sends(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> code.conventions().commandSenders().contains(dependency.getTargetClass().getName()));
    }

    private static boolean publishes(JavaCodeUnit unit) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            if (Axon.PUBLISHERS.contains(access.getTargetOwner().getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMain(JavaCodeUnit unit) {
        return unit instanceof JavaMethod && unit.getName().equals("main") && unit.getModifiers().contains(JavaModifier.STATIC);
    }

    private @Nullable Sender sender(
            JavaClass type, JavaCodeUnit unit, Making making, Role role, @Nullable String processor, List<String> on) {
        return code.contextOf(type)
                .map(context -> new Sender(type.getName(), context.name(), role, processor, on, place(unit, making)))
                .orElse(null);
    }

    /** Where the message is made, if in the class itself; else where the way to it begins. */
    private Location place(JavaCodeUnit unit, Making making) {
        return making.by().getOwner().equals(unit.getOwner())
                ? made(making)
                : code.at(unit);
    }

    private Location made(Making making) {
        return code.sources().locate(making.by().getOwner(), making.by().getName(), making.line());
    }

    private static Sender together(Sender one, Sender other) {
        Set<String> on = new TreeSet<>(one.on());
        on.addAll(other.on());
        List<Location> places = Stream.concat(one.places().stream(), other.places().stream())
                .distinct()
                .sorted(PLACES)
                .toList();
        String processor = one.processor() == null ? other.processor() : one.processor();
        Role role = one.role().compareTo(other.role()) <= 0 ? one.role() : other.role();
        return new Sender(
                one.type(), one.context(), role, processor, List.copyOf(on), places,
                one.helper() == null ? other.helper() : one.helper());
    }

    private static List<Sender> sorted(Map<String, Sender> senders) {
        List<Sender> sorted = new ArrayList<>(senders.values());
        sorted.sort(ORDER);
        return sorted;
    }
}
