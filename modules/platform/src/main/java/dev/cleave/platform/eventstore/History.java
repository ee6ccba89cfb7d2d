package dev.cleave.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all readers share: the latest events as the writer left them, and behind them pages read from the table. Positions have
 * no gaps, so a page that is full never changes.
 */
final class History implements AutoCloseable {

    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(4);
    private static final Logger log = LoggerFactory.getLogger(History.class);

    private final EventTable table;
    private final EventCodec codec;
    private final long tailBytes;
    private final int tailPages;
    private final Map<Long, EventPage> tail = new ConcurrentHashMap<>();
    private final Deque<EventPage> tailInOrder = new ArrayDeque<>();
    private final Cache<Long, EventPage> readPages;
    private final ScheduledExecutorService caller =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("event-store-caller").daemon().factory());
    private final AtomicBoolean callAhead = new AtomicBoolean();
    private volatile long lastCall = System.nanoTime() - GATHERING;
    private final ExecutorService readAhead;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long head = -1;
    private volatile boolean closed;

    /**
     * @param tailEvents how many of the latest events to keep, at most
     * @param tailBytes how much they may take up, serialised
     * @param readBytes how much the pages read from the table may take up, serialised
     */
    History(EventTable table, EventCodec codec, int tailEvents, long tailBytes, long readBytes) {
        this.table = table;
        this.codec = codec;
        this.tailBytes = tailBytes;
        this.tailPages = Math.max(1, tailEvents / EventPage.SIZE);
        this.readPages = Caffeine.newBuilder()
                .maximumWeight(readBytes)
                .weigher((Long number, EventPage page) -> (int) Math.min(Integer.MAX_VALUE, page.bytes() + EventPage.SIZE))
                .executor(Runnable::run)
                .build();
        this.readAhead = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("event-store-read-ahead").factory());
    }

    /** The position of the last event that readers may see; -1 if there is none. */
    long head() {
        return head;
    }

    /** Begins with the history as the table has it. By the writer only, before anybody reads. */
    void begin(long tableHead) {
        if (tableHead >= 0) {
            EventPage last = read(EventPage.numberOf(tableHead), tableHead);
            tail.put(last.number(), last);
            tailInOrder.add(last);
        }
        head = tableHead;
    }

    /** Adds the events that the table has beyond the head. By the writer only. */
    void catchUp(long tableHead) {
        while (head < tableHead) {
            List<StoredEvent> missed = table.read(head + 1, EventPage.SIZE);
            append(missed, codec.decode(missed));
        }
    }

    /** Adds events that have become durable. By the writer only. */
    void append(List<StoredEvent> events, List<List<TrackedEventMessage<?>>> messages) {
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            pageFor(event.position()).put(event, messages.get(i));
        }
        head = events.getLast().position();
    }

    /** The page that holds a published position. */
    EventPage page(long position) {
        long number = EventPage.numberOf(position);
        EventPage recent = tail.get(number);
        return recent != null ? recent : readPages.get(number, n -> read(n, n * EventPage.SIZE + EventPage.SIZE - 1));
    }

    /** Reads the page after the given one before it is asked for. */
    void readAhead(EventPage page) {
        long next = page.number() + 1;
        if ((next + 1) * EventPage.SIZE - 1 <= head && !tail.containsKey(next) && readPages.getIfPresent(next) == null) {
            try {
                readAhead.execute(() -> readNow(next));
            } catch (RejectedExecutionException e) {
                log.debug("Not reading ahead any more", e);
            }
        }
    }

    private void readNow(long number) {
        try {
            page(number * EventPage.SIZE);
        } catch (RuntimeException e) {
            log.debug("Reading ahead failed; the reader will see why", e);
        }
    }

    /** Waits until there is an event at the position; false if there was none in time. */
    boolean await(long position, long timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        if (head >= position || left <= 0) {
            return head >= position;
        }
        lock.lockInterruptibly();
        try {
            while (head < position && left > 0) {
                requireOpen();
                left = advanced.awaitNanos(left);
            }
            return head >= position;
        } finally {
            lock.unlock();
        }
    }

    void requireOpen() {
        if (closed) {
            throw new EventStoreException("The event store is closed.");
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void leave(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Wakes everybody who waits for new events. Those who are called are called at once after a quiet moment, and else a few
     * milliseconds after the last time, so that under load they find several events and not one each time.
     */
    void wake() {
        signal();
        long quiet = System.nanoTime() - lastCall;
        if (quiet >= GATHERING) {
            callListeners();
        } else if (callAhead.compareAndSet(false, true)) {
            caller.schedule(
                    () -> {
                        callAhead.set(false);
                        callListeners();
                    },
                    GATHERING - quiet,
                    TimeUnit.NANOSECONDS);
        }
    }

    private void callListeners() {
        lastCall = System.nanoTime();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.debug("A reader could not be told of new events; it is about to end", e);
            }
        }
    }

    private void signal() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        signal();
        readAhead.close();
        caller.shutdownNow();
    }

    private EventPage pageFor(long position) {
        EventPage last = tailInOrder.peekLast();
        if (last != null && last.covers(position)) {
            return last;
        }
        EventPage page = new EventPage(EventPage.numberOf(position));
        tail.put(page.number(), page);
        tailInOrder.add(page);
        long bytes = tailInOrder.stream().mapToLong(EventPage::bytes).sum();
        while (tailInOrder.size() > tailPages + 1 || tailInOrder.size() > 2 && bytes > tailBytes) {
            EventPage oldest = tailInOrder.removeFirst();
            bytes -= oldest.bytes();
            tail.remove(oldest.number());
        }
        return page;
    }

    private EventPage read(long number, long last) {
        EventPage page = new EventPage(number);
        int expected = (int) (last - page.firstPosition() + 1);
        List<StoredEvent> events = table.read(page.firstPosition(), expected);
        if (events.size() != expected) {
            throw new EventStoreException("The event store is damaged: of the " + expected + " positions from "
                    + page.firstPosition() + " only " + events.size() + " are there. Restore it from a backup.");
        }
        List<List<TrackedEventMessage<?>>> messages = codec.decode(events);
        for (int i = 0; i < events.size(); i++) {
            page.put(events.get(i), messages.get(i));
        }
        return page;
    }
}
