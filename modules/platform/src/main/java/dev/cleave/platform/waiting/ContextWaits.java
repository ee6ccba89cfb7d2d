package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.time.StoreTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The waits of the contexts that run here: which they declare, their rows, and whom they depend on. */
final class ContextWaits {

    private final Map<Context, StoredWaits> stored = new ConcurrentHashMap<>();
    private final Map<Context, Map<String, Wait>> declared = new ConcurrentHashMap<>();
    private final Set<Processor> views = ConcurrentHashMap.newKeySet();
    private final Placement placement;
    private final Processors processors;
    private final DataStores stores;
    private final StoreTimes times;

    ContextWaits(Placement placement, Processors processors, DataStores stores, StoreTimes times) {
        this.placement = placement;
        this.processors = processors;
        this.stores = stores;
        this.times = times;
    }

    /** The waits that a class of a context asks for. */
    <W extends Enum<W> & Wait> Waits<W> askedFor(Class<?> asking, Class<W> waits) {
        Context context = placement.heldBy(asking);
        Processor.of(asking, placement).ifPresent(views::add);
        declare(context, waits.getEnumConstants());
        return new Declared<>(stored.computeIfAbsent(context, this::store), waits);
    }

    private void declare(Context context, Wait[] waits) {
        Map<String, Wait> kinds = declared.computeIfAbsent(context, any -> new ConcurrentHashMap<>());
        for (Wait wait : waits) {
            Wait twin = kinds.put(wait.kind(), wait);
            if (twin != null && twin != wait) {
                throw new IllegalStateException(
                        "%s has two waits of the name %s, %s.%s and %s.%s: give one of them another name.".formatted(
                                context.name(), wait.kind(), twin.getClass().getSimpleName(), twin,
                                wait.getClass().getSimpleName(), wait));
            }
        }
    }

    private StoredWaits store(Context context) {
        StoredWaits waits = new StoredWaits(stores.of(context), times.of(context));
        times.of(context).listen(waits);
        return waits;
    }

    /** The contexts that wait for something. */
    Set<Context> contexts() {
        return stored.keySet();
    }

    StoredWaits of(Context context) {
        return stored.get(context);
    }

    /** The wait of a name; null if the context declares none of it. */
    @Nullable Wait declared(Context context, String kind) {
        return declared.get(context).get(kind);
    }

    /** Whom the waits of a context depend on: the views that keep them, and the policies whose commands may lead to their end. */
    List<Processor> keepers(Context context) {
        Predicate<Processor> policy = processor -> processor.kind() == Processor.Kind.POLICY;
        return processors.all().stream()
                .filter(processor -> processor.context().equals(context))
                .filter(policy.or(views::contains))
                .toList();
    }

    private record Declared<W extends Enum<W> & Wait>(StoredWaits stored, Class<W> all) implements Waits<W> {

        @Override
        public void open(W wait, String subject, Instant dueAt) {
            stored.open(wait.kind(), subject, dueAt);
        }

        @Override
        public void close(W wait, String subject) {
            stored.close(wait.kind(), subject);
        }

        @Override
        public void forget() {
            Stream.of(all.getEnumConstants()).map(Wait::kind).forEach(stored::forget);
        }
    }
}
