package dev.cleave.platform.waiting;

import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Whom a wait depends on: the views that keep waits, and the policies whose commands may lead to its end. */
final class WaitKeepers {

    private final Set<Processor> views = ConcurrentHashMap.newKeySet();
    private final Placement placement;
    private final Processors processors;

    WaitKeepers(Placement placement, Processors processors) {
        this.placement = placement;
        this.processors = processors;
    }

    /** Notes that a class has been given the waits of its context. */
    void note(Class<?> type) {
        Processor.of(type, placement).ifPresent(views::add);
    }

    List<Processor> of(Context context) {
        Predicate<Processor> policy = processor -> processor.kind() == Processor.Kind.POLICY;
        return processors.all().stream()
                .filter(processor -> processor.context().equals(context))
                .filter(policy.or(views::contains))
                .toList();
    }
}
