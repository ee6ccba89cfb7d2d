package dev.cleave.platform.processing;

import dev.cleave.platform.messaging.Gateway;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * An event processor of this process, as its handler classes declare it.
 *
 * @param name the context's name, a dot, and the name that the annotation gives
 * @param kind what it is for
 * @param context whose it is
 */
public record Processor(String name, Kind kind, Context context) {

    /** What a processor is for; decides where it starts, how it runs, and whether it can be replayed. */
    public enum Kind {
        /** Derives rows; one batch of many events is one transaction. */
        VIEW(1, 256),
        /** Sends commands, those of the different processes in a batch side by side. */
        POLICY(4, 64),
        /** Calls the outside world; one call at a time in each of several processes side by side. */
        GATEWAY(8, 1);

        private final int segments;
        private final int batchSize;

        Kind(int segments, int batchSize) {
            this.segments = segments;
            this.batchSize = batchSize;
        }

        /** Into how many parts its events are divided; each part is handled in order, and by one replica at a time. */
        public int segments() {
            return segments;
        }

        /** The most events handled in one transaction. */
        public int batchSize() {
            return batchSize;
        }

        /** Whether it may start again at the beginning. */
        public boolean replayable() {
            return this == VIEW;
        }
    }

    /** What its meters are told apart by. */
    public Tags tags() {
        return Tags.of("processor", name, "context", context.name(), "kind", kind.name().toLowerCase(Locale.ROOT));
    }

    static boolean annotated(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, View.class)
                || AnnotatedElementUtils.hasAnnotation(type, Policy.class)
                || AnnotatedElementUtils.hasAnnotation(type, Gateway.class);
    }

    /** The processor that handles events for a class, if the class is a view, policy or gateway of a context held here. */
    public static Optional<Processor> of(Class<?> type, Placement placement) {
        View view = AnnotatedElementUtils.findMergedAnnotation(type, View.class);
        if (view != null) {
            return Optional.of(named(view.value(), Kind.VIEW, placement.heldBy(type)));
        }
        Policy policy = AnnotatedElementUtils.findMergedAnnotation(type, Policy.class);
        if (policy != null) {
            return Optional.of(named(policy.value(), Kind.POLICY, placement.heldBy(type)));
        }
        Gateway gateway = AnnotatedElementUtils.findMergedAnnotation(type, Gateway.class);
        if (gateway != null) {
            return Optional.of(named(gateway.value(), Kind.GATEWAY, placement.heldBy(type)));
        }
        return Optional.empty();
    }

    private static Processor named(String name, Kind kind, Context context) {
        return new Processor(context.name() + "." + name, kind, context);
    }

    /**
     * All processors of this process, by name.
     *
     * @throws IllegalStateException if one name stands for two kinds
     */
    static List<Processor> all(ListableBeanFactory beans, Placement placement) {
        List<Processor> found = new ArrayList<>();
        for (var annotation : List.of(View.class, Policy.class, Gateway.class)) {
            for (String bean : beans.getBeanNamesForAnnotation(annotation)) {
                Class<?> type = beans.getType(bean, false);
                Processor.of(type, placement).filter(processor -> !found.contains(processor)).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(Processor::name));
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).name().equals(found.get(i - 1).name())) {
                throw new IllegalStateException("The processor name " + found.get(i).name() + " stands for a "
                        + found.get(i - 1).kind() + " and a " + found.get(i).kind() + "; give one of them another name.");
            }
        }
        return found;
    }
}
