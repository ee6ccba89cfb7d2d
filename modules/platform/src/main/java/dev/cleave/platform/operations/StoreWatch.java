package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts now and then, in the store of each context held here, dead letters, open waits and what needs a person, and keeps what it saw as meters. It
 * rests a hundred times as long as a look took, so that looking costs little however much there is to count. Replicas of a unit
 * see the same rows.
 */
final class StoreWatch implements MeterBinder, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);
    private static final int REST = 100;

    private final DataStores stores;
    private final Placement placement;
    private final Processors processors;
    private final Supplier<Stream<NeedsAttention>> attention;
    private final Duration interval;
    private final Map<String, Letters> letters = new ConcurrentHashMap<>();
    private final Map<String, OpenWaits> waits = new ConcurrentHashMap<>();
    private final Map<String, Long> needsAttention = new ConcurrentHashMap<>();
    private volatile ScheduledExecutorService scheduler;

    private record Letters(long sequences, long events) {

        static final Letters NONE = new Letters(0, 0);
    }

    private record OpenWaits(long open, long overdue) {

        static final OpenWaits NONE = new OpenWaits(0, 0);
    }

    /** @param interval how often to look, at most */
    StoreWatch(
            DataStores stores,
            Placement placement,
            Processors processors,
            Supplier<Stream<NeedsAttention>> attention,
            Duration interval) {
        this.stores = stores;
        this.placement = placement;
        this.processors = processors;
        this.attention = attention;
        this.interval = interval;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Processor processor : processors.all()) {
            String name = processor.name();
            Gauge.builder("cleave.deadletters.sequences", () -> letters.getOrDefault(name, Letters.NONE).sequences())
                    .tags(processor.tags())
                    .description("Sequences of events that begin with one that the processor could not handle").register(meters);
            Gauge.builder("cleave.deadletters.events", () -> letters.getOrDefault(name, Letters.NONE).events())
                    .tags(processor.tags())
                    .description("Events that the processor could not handle or that wait behind one").register(meters);
        }
        for (Context context : placement.held()) {
            String name = context.name();
            Gauge.builder("cleave.waits.open", () -> waits.getOrDefault(name, OpenWaits.NONE).open())
                    .tag("context", name).description("Waits that nothing has ended yet").register(meters);
            Gauge.builder("cleave.waits.overdue", () -> waits.getOrDefault(name, OpenWaits.NONE).overdue())
                    .tag("context", name).description("Open waits whose end was told and that are still open").register(meters);
        }
        attention.get().forEach(each -> {
            String name = contextOf(each);
            Gauge.builder("cleave." + name + ".needs-attention", () -> needsAttention.getOrDefault(name, 0L))
                    .description(each.description()).register(meters);
        });
        for (DataStore store : stores.all()) {
            if (store.fileSize().isPresent()) {
                Gauge.builder("cleave.store.size", () -> store.fileSize().orElse(0))
                        .tags(Tags.of("store", store.name())).baseUnit("bytes")
                        .description("Size of the file that a store on H2 is in").register(meters);
                Gauge.builder("cleave.store.writable", () -> store.trouble().isEmpty() ? 1 : 0)
                        .tags(Tags.of("store", store.name()))
                        .description("Whether the file that a store on H2 is in can be written to: 1, or 0").register(meters);
            }
        }
    }

    /** Looks once. */
    void look() {
        for (Context context : placement.held()) {
            try {
                look(stores.of(context), context);
            } catch (RuntimeException e) {
                log.debug("The dead letters and waits of {} can't be counted at present", context.name(), e);
            }
        }
        attention.get().forEach(each -> {
            try {
                needsAttention.put(contextOf(each), each.count());
            } catch (RuntimeException e) {
                log.debug("{} can't be counted at present", each.description(), e);
            }
        });
    }

    private String contextOf(NeedsAttention each) {
        return placement.heldBy(each.getClass()).name();
    }

    private void look(DataStore store, Context context) {
        Map<String, Letters> found = new HashMap<>();
        store.jdbcTemplate().query("""
                SELECT processing_group, COUNT(DISTINCT sequence_identifier), COUNT(*)
                FROM dead_letter_entry GROUP BY processing_group
                """, row -> {
            found.put(row.getString(1), new Letters(row.getLong(2), row.getLong(3)));
        });
        for (Processor processor : processors.all()) {
            if (processor.context().equals(context)) {
                letters.put(processor.name(), found.getOrDefault(processor.name(), Letters.NONE));
            }
        }
        OpenWaits open = store.jdbcTemplate().queryForObject(
                "SELECT COUNT(*), COUNT(CASE WHEN asked > 0 THEN 1 END) FROM open_wait",
                (row, n) -> new OpenWaits(row.getLong(1), row.getLong(2)));
        waits.put(context.name(), open == null ? OpenWaits.NONE : open);
    }

    private void lookAndRest() {
        long begin = System.nanoTime();
        look();
        long rest = Math.max(interval.toNanos(), (System.nanoTime() - begin) * REST);
        ScheduledExecutorService present = scheduler;
        if (present != null && !present.isShutdown()) {
            present.schedule(this::lookAndRest, rest, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor present =
                new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("store-watch").daemon().factory());
        present.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler = present;
        present.execute(this::lookAndRest);
    }

    /** Not by interruption, which would close the files of stores on H2. */
    @Override
    public void stop() {
        ScheduledExecutorService present = scheduler;
        scheduler = null;
        present.close();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
