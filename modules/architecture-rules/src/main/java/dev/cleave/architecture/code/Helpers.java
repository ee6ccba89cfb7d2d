package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.bytecode.Always;
import dev.cleave.architecture.code.Calls.Making;
import dev.cleave.architecture.uses.CallGraph;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Code between those who send messages and the place where these are made. Several may go through it, and where it makes one message for
 * the one and another for the other, calls alone don't tell which for whom.
 */
final class Helpers {

    private final Calls calls;
    private final Supplier<Collection<JavaClass>> messages;
    private final Map<JavaCodeUnit, Set<JavaClass>> made = new HashMap<>();

    /** @param messages all that may be made, known when asked for */
    Helpers(Calls calls, Supplier<Collection<JavaClass>> messages) {
        this.calls = calls;
        this.messages = messages;
    }

    /** Those of some code that leads to a place where a message is made of which it is certain that they are meant. */
    Set<JavaCodeUnit> certainToLead(Making making, Set<JavaCodeUnit> entries) {
        if (entries.size() < 2) {
            return entries;
        }
        Set<JavaCodeUnit> certain = new LinkedHashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        JavaCodeUnit maker = making.by();
        if (entries.contains(maker) || !chooses(maker, making.type(), entries) || Always.makes(maker, making.type())) {
            certain.add(maker);
            open.add(maker);
        }
        while (!open.isEmpty()) {
            JavaCodeUnit helper = open.remove();
            for (CallGraph.Call call : calls.to(helper)) {
                JavaCodeUnit caller = call.from();
                boolean passes = entries.contains(caller)
                        || !chooses(caller, making.type(), entries)
                        || Always.calls(caller, helper);
                if (passes && certain.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return certain;
    }

    /** Whether several go through code that makes other messages too. */
    private boolean chooses(JavaCodeUnit helper, JavaClass message, Set<JavaCodeUnit> entries) {
        return calls.leadingTo(helper).stream().filter(entries::contains).limit(2).count() > 1
                && madeIn(helper).stream().anyMatch(other -> !other.equals(message));
    }

    private Set<JavaClass> madeIn(JavaCodeUnit helper) {
        return made.computeIfAbsent(helper, unit -> {
            Set<JavaCodeUnit> reached = calls.reachedFrom(unit, any -> true);
            Set<JavaClass> found = new LinkedHashSet<>();
            for (JavaClass message : messages.get()) {
                List<Making> makings = calls.makings(message);
                if (makings.stream().map(Making::by).anyMatch(reached::contains)) {
                    found.add(message);
                }
            }
            return found;
        });
    }
}
