package dev.cleave.platform.eventstore;

import dev.cleave.platform.failure.FailureText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of submissions and answers every one of them. After any failure it begins anew with what the table says.
 * Used by the writer's thread alone, but for {@link #trouble()}.
 */
final class BatchWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);
    private static final long PAUSE_BETWEEN_ATTEMPTS = 500_000_000L;
    private static final long UNUSED_FOR_LONG = 1_000_000_000L;

    private final DataSource dataSource;
    private final History history;
    private final EventCodec codec;
    private final Supplier<Optional<String>> diskTrouble;
    private final long timeToFindOut;
    private final LastSequenceNumbers lastSequenceNumbers;
    private @Nullable WriterSession session;
    private long lastUse = System.nanoTime();
    private long lastAttempt = System.nanoTime() - PAUSE_BETWEEN_ATTEMPTS;
    private volatile @Nullable String trouble;

    /**
     * Opens the store for writing.
     *
     * @throws EventStoreInUse if another process writes to it
     */
    BatchWriter(
            DataSource dataSource,
            History history,
            EventCodec codec,
            EventStoreProperties properties,
            Supplier<Optional<String>> diskTrouble) {
        this.dataSource = dataSource;
        this.diskTrouble = diskTrouble;
        this.history = history;
        this.codec = codec;
        this.timeToFindOut = properties.appendTimeout().toNanos() / 2;
        this.lastSequenceNumbers = new LastSequenceNumbers(properties.knownAggregates());
        try {
            WriterSession first = WriterSession.open(dataSource);
            session = first;
            history.begin(first.head());
        } catch (SQLException e) {
            throw new EventStoreException("The event store can't be opened: " + e.getMessage(), e);
        }
    }

    /** Why nothing can be stored at the moment; null if all is well. */
    @Nullable String trouble() {
        String known = trouble;
        return known != null ? known : diskTrouble();
    }

    /** Why the file can't be written to at the moment, in which case the writer may be waiting for it; null if all is well. */
    @Nullable String diskTrouble() {
        return diskTrouble.get().orElse(null);
    }

    /** Stores what can be stored and answers all. Returns how many events were stored. */
    int write(List<Submission> batch) {
        WriterSession open;
        List<Submission> accepted = new ArrayList<>(batch.size());
        List<StoredEvent> events = new ArrayList<>(batch.size() * 2);
        try {
            open = session();
            open.check(lastSequenceNumbers, batch);
        } catch (SQLException | RuntimeException e) {
            startOver();
            refuse(batch, e);
            return 0;
        }
        for (Submission submission : batch) {
            ConcurrencyException conflict = lastSequenceNumbers.add(submission);
            if (conflict != null) {
                submission.failed(conflict);
                continue;
            }
            accepted.add(submission);
            for (StoredEvent event : submission.events()) {
                events.add(event.at(history.head() + 1 + events.size()));
            }
        }
        return write(open, accepted, events);
    }

    /** Looks after the connection while there is nothing to write. */
    void idle() {
        if (session == null || System.nanoTime() - lastUse > 10 * UNUSED_FOR_LONG) {
            try {
                session();
            } catch (SQLException | RuntimeException e) {
                troubled(e);
            }
        }
    }

    /** Lets go of the connection and of all that was known; the next batch begins with what the table says. */
    void startOver() {
        lastSequenceNumbers.forget();
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        startOver();
    }

    private int write(WriterSession open, List<Submission> accepted, List<StoredEvent> events) {
        boolean committing = false;
        try {
            if (events.isEmpty()) {
                open.rollback();
            } else {
                open.insert(events);
                committing = true;
                open.commit();
                lastSequenceNumbers.commit();
            }
        } catch (SQLException | RuntimeException e) {
            if (committing) {
                findOut(accepted, events, e);
                return 0;
            }
            return writeOneByOne(open, accepted, e);
        }
        if (!events.isEmpty()) {
            history.append(events, messages(events));
        }
        accepted.forEach(Submission::stored);
        history.wake();
        return events.size();
    }

    /** A batch was refused by the database. If the data of one submission is to blame, the others need not suffer. */
    private int writeOneByOne(WriterSession open, List<Submission> accepted, Exception reason) {
        boolean blamesData = reason instanceof SQLException sql && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"));
        try {
            open.rollback();
        } catch (SQLException e) {
            blamesData = false;
        }
        startOver();
        if (!blamesData) {
            refuse(accepted, reason);
            return 0;
        }
        if (accepted.size() == 1) {
            accepted.getFirst().failed(new EventStoreException(
                    "The database does not take these events; nothing was stored: " + FailureText.of(reason), reason));
            return 0;
        }
        log.warn("A batch of {} units of work was refused by the database; trying them one by one", accepted.size(), reason);
        return accepted.stream().mapToInt(submission -> write(List.of(submission))).sum();
    }

    /** A commit ended in an error, so that the batch may be stored or not: the table knows. */
    private void findOut(List<Submission> accepted, List<StoredEvent> events, Exception reason) {
        log.warn("The database did not confirm a commit; reading what became of it", reason);
        startOver();
        long deadline = System.nanoTime() + timeToFindOut;
        Exception last = reason;
        while (System.nanoTime() < deadline) {
            try {
                if (session().holds(events.getFirst())) {
                    accepted.forEach(Submission::stored);
                    history.wake();
                } else {
                    refuse(accepted, reason);
                }
                return;
            } catch (SQLException | RuntimeException e) {
                last = e;
                startOver();
                pause();
            }
        }
        troubled(last);
        AppendOutcomeUnknown unknown = new AppendOutcomeUnknown(
                "The database did not confirm the commit and can't be asked; the events may be stored or not.", reason);
        accepted.forEach(submission -> submission.failed(unknown));
    }

    private WriterSession session() throws SQLException {
        if (session != null && System.nanoTime() - lastUse > UNUSED_FOR_LONG && !session.alive()) {
            log.warn("The event store's connection was lost");
            startOver();
        }
        if (session == null) {
            if (System.nanoTime() - lastAttempt < PAUSE_BETWEEN_ATTEMPTS && trouble != null) {
                throw new EventStoreUnavailable(trouble);
            }
            lastAttempt = System.nanoTime();
            WriterSession fresh = WriterSession.open(dataSource);
            session = fresh;
            long head = fresh.head();
            if (head < history.head()) {
                startOver();
                throw new EventStoreUnavailable("The history ends at " + head + " but was read up to " + history.head()
                        + ": the event store was exchanged while in use. Restart this process.");
            }
            history.catchUp(head);
            history.wake();
        }
        if (trouble != null) {
            log.info("The event store can be written to again");
            trouble = null;
        }
        lastUse = System.nanoTime();
        return Objects.requireNonNull(session);
    }

    private void refuse(List<Submission> submissions, Exception reason) {
        troubled(reason);
        EventStoreUnavailable refusal =
                new EventStoreUnavailable("The event store can't be written to; nothing was stored: " + reason.getMessage(),
                        reason);
        submissions.forEach(submission -> submission.failed(refusal));
    }

    private void troubled(Exception reason) {
        if (trouble == null) {
            log.error("The event store can't be written to", reason);
        }
        trouble = FailureText.of(reason);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            log.debug("The event store's writer does not end by being interrupted");
        }
    }

    private List<List<TrackedEventMessage<?>>> messages(List<StoredEvent> events) {
        try {
            return codec.decode(events);
        } catch (RuntimeException e) {
            log.error("Events were stored that this build can't read", e);
            return Collections.nCopies(events.size(), EventPage.UNREADABLE);
        }
    }
}
