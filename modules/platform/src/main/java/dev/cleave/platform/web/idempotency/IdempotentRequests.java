package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The requests with an {@code Idempotency-Key} to one context, in that context's own store.
 *
 * <p>A row fixes a request's identity, durably, before anything is done for it. Whoever works on the request holds a claim that
 * runs out, so that the next attempt can take over after a crash, with the same identity. Claims and keys run out by the time of the
 * store, which no clock that is set or wrong moves.
 */
public final class IdempotentRequests {

    /** What became of the attempt to work on a request. */
    sealed interface Claim {

        /** The request is ours to work on until the claim runs out. */
        record Granted(String identity, Instant until, boolean repeated) implements Claim {}

        /** The request was worked on and has its final answer. */
        record Answered(StoredAnswer answer) implements Claim {}

        /** Somebody else works on it. */
        record Taken() implements Claim {}

        /** The key stands for a different request. */
        record Different() implements Claim {}
    }

    /** An answer as it was given. */
    record StoredAnswer(int status, @Nullable String location, @Nullable String contentType, byte[] body) {

        private static StoredAnswer of(Row row) {
            return new StoredAnswer(
                    Objects.requireNonNull(row.status()), row.location(), row.contentType(),
                    row.answer() == null ? new byte[0] : row.answer());
        }
    }

    private record Row(
            String fingerprint,
            String identity,
            @Nullable Instant claimedUntil,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String contentType,
            byte @Nullable [] answer,
            Instant expiresAt) {}

    private static final int PURGED_AT_ONCE = 500;
    private static final int MOST_ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration claim;
    private final Duration expiry;
    private final Instant claimsBeforeAreVoid;

    /** @param clock the time of the store */
    IdempotentRequests(DataStore store, Clock clock, Duration claim, Duration expiry) {
        this.jdbc = store.jdbc();
        this.clock = clock;
        this.claim = claim;
        this.expiry = expiry;
        // One process at a time has an H2 store open, so that whoever held a claim before this one started is dead.
        this.claimsBeforeAreVoid = store.database() == Database.H2 ? now() : Instant.MIN;
    }

    /**
     * Claims a request.
     *
     * @param request what the key stands for
     * @param fingerprint what the request says
     */
    Claim claim(String request, String fingerprint) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Instant now = now();
            Row row = attempt == 0 ? null : find(request).orElse(null);
            if (row == null) {
                Optional<Claim> first = insert(request, fingerprint, now);
                if (first.isPresent()) {
                    return first.get();
                }
                row = find(request).orElse(null);
                if (row == null) {
                    continue;
                }
            }
            if (!row.expiresAt().isAfter(now)) {
                jdbc.sql("DELETE FROM idempotent_request WHERE request = ? AND expires_at = ?")
                        .params(request, time(row.expiresAt()))
                        .update();
                continue;
            }
            if (!row.fingerprint().equals(fingerprint)) {
                return new Claim.Different();
            }
            if (row.status() != null) {
                return new Claim.Answered(StoredAnswer.of(row));
            }
            if (isHeld(row.claimedUntil(), now)) {
                return new Claim.Taken();
            }
            Instant until = now.plus(claim);
            if (takeOver(request, row.claimedUntil(), until)) {
                return new Claim.Granted(row.identity(), until, true);
            }
        }
        return new Claim.Taken();
    }

    /** What is known of a request without claiming it: that its answer is there, or that the key stands for another. */
    Optional<Claim> look(String request, String fingerprint) {
        return find(request).filter(row -> row.expiresAt().isAfter(now())).flatMap(row -> {
            if (!row.fingerprint().equals(fingerprint)) {
                return Optional.of(new Claim.Different());
            }
            return row.status() == null ? Optional.empty() : Optional.of(new Claim.Answered(StoredAnswer.of(row)));
        });
    }

    /** Keeps the final answer; the first one stays. */
    void answer(String request, StoredAnswer answer) {
        jdbc.sql("UPDATE idempotent_request SET status = ?, location = ?, content_type = ?, answer = ?, claimed_until = NULL"
                + " WHERE request = ? AND status IS NULL")
                .params(Arrays.asList(
                        answer.status(), answer.location(), answer.contentType(),
                        answer.body().length == 0 ? null : answer.body(), request))
                .update();
    }

    /** Gives a claim back without an answer; the request keeps its identity. */
    void release(String request, Claim.Granted granted) {
        jdbc.sql("UPDATE idempotent_request SET claimed_until = NULL WHERE request = ? AND claimed_until = ? AND status IS NULL")
                .params(request, time(granted.until()))
                .update();
    }

    /** Forgets a request for which nothing was done. */
    void forget(String request, Claim.Granted granted) {
        jdbc.sql("DELETE FROM idempotent_request WHERE request = ? AND claimed_until = ? AND status IS NULL")
                .params(request, time(granted.until()))
                .update();
    }

    /**
     * Removes what has expired, in small batches.
     *
     * @return how many keys were removed
     */
    int purge() {
        int purged = 0;
        int batch;
        do {
            batch = jdbc.sql("DELETE FROM idempotent_request WHERE request IN"
                    + " (SELECT request FROM idempotent_request WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)")
                    .params(time(now()), PURGED_AT_ONCE)
                    .update();
            purged += batch;
        } while (batch == PURGED_AT_ONCE);
        return purged;
    }

    /** Requests whose stored answer may say something that must go, after the given request; see {@link StoredAnswers}. */
    List<String> answered(String after, int most) {
        return jdbc.sql("SELECT request FROM idempotent_request"
                + " WHERE request > ? AND (answer IS NOT NULL OR location IS NOT NULL) ORDER BY request LIMIT ?")
                .params(after, most)
                .query(String.class)
                .list();
    }

    Optional<StoredAnswer> answerOf(String request) {
        return find(request).filter(row -> row.status() != null).map(StoredAnswer::of);
    }

    /** Leaves of an answer its status alone. */
    void blank(String request) {
        jdbc.sql("UPDATE idempotent_request SET location = NULL, content_type = NULL, answer = NULL WHERE request = ?")
                .params(request)
                .update();
    }

    private Optional<Claim> insert(String request, String fingerprint, Instant now) {
        String identity = TimeOrderedId.random(System.currentTimeMillis()).toString();
        Instant until = now.plus(claim);
        try {
            jdbc.sql("INSERT INTO idempotent_request (request, fingerprint, identity, claimed_until, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?)")
                    .params(request, fingerprint, identity, time(until), time(now.plus(expiry)))
                    .update();
            return Optional.of(new Claim.Granted(identity, until, false));
        } catch (DuplicateKeyException known) {
            return Optional.empty();
        }
    }

    private boolean isHeld(@Nullable Instant claimedUntil, Instant now) {
        return claimedUntil != null
                && claimedUntil.isAfter(now)
                && !(claimsBeforeAreVoid != Instant.MIN && claimedUntil.minus(claim).isBefore(claimsBeforeAreVoid));
    }

    private boolean takeOver(String request, @Nullable Instant before, Instant until) {
        JdbcClient.StatementSpec statement = before == null
                ? jdbc.sql("UPDATE idempotent_request SET claimed_until = ?"
                        + " WHERE request = ? AND status IS NULL AND claimed_until IS NULL")
                        .params(time(until), request)
                : jdbc.sql("UPDATE idempotent_request SET claimed_until = ?"
                        + " WHERE request = ? AND status IS NULL AND claimed_until = ?")
                        .params(time(until), request, time(before));
        return statement.update() == 1;
    }

    private Optional<Row> find(String request) {
        return jdbc.sql("SELECT fingerprint, identity, claimed_until, status, location, content_type, answer, expires_at"
                + " FROM idempotent_request WHERE request = ?")
                .params(request)
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6),
                        row.getBytes(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
