package dev.cleave.platform.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the system answers over HTTP.
 *
 * @param listen the address to listen on; the loopback address unless told otherwise
 * @param hosts the names by which the system may be called, beside {@code localhost} and the addresses of this machine
 * @param maxBodySize the largest body a request may have
 * @param maxListItems how many items a list in a body may have that does not say so itself
 * @param maxPayloadMemory how much memory bodies and answers under way may take together; a sixteenth of the heap unless told otherwise
 * @param transferTimeout how long the head of a request may take to arrive, its body, and an answer to be taken
 * @param maxConcurrentRequests how many requests to the contexts are worked on at once; more are told to come back
 * @param maxLag how far behind the events a policy may be before requests that start a process wait in line
 * @param maxHeldRequests how many may wait in line at once; more are told to come back
 * @param patience how long each of them may wait before it is told to come back
 * @param ownWriteTimeout how long a request waits for its own write to appear in a view
 * @param idempotencyKeyExpiry how long an {@code Idempotency-Key} is remembered
 * @param idempotencyWait how long a request waits for another with the same key that is being worked on
 * @param idempotencyClaim after how long such a request counts as given up and may be taken over
 * @param idempotencyPurgeInterval how often expired keys are removed
 */
@ConfigurationProperties("cleave.web")
record WebProperties(
        @Nullable String listen,
        @DefaultValue List<String> hosts,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("2000") int maxListItems,
        @Nullable DataSize maxPayloadMemory,
        @DefaultValue("10s") Duration transferTimeout,
        @DefaultValue("300") int maxConcurrentRequests,
        @DefaultValue("1s") Duration maxLag,
        @DefaultValue("500") int maxHeldRequests,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("2s") Duration ownWriteTimeout,
        @DefaultValue("24h") Duration idempotencyKeyExpiry,
        @DefaultValue("5s") Duration idempotencyWait,
        @DefaultValue("30s") Duration idempotencyClaim,
        @DefaultValue("1m") Duration idempotencyPurgeInterval) {}
