package dev.cleave.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded event store.
 *
 * @param batchEvents the most events written in one transaction, unless one unit of work has more
 * @param batchSize the most bytes written in one transaction, likewise
 * @param queueCapacity how many units of work may wait to be written
 * @param queueTimeout how long a unit of work waits for a place in that queue before it is refused
 * @param appendTimeout how long a unit of work waits until its events are durable before it gives up not knowing
 * @param tailEvents how many of the latest events are kept in memory for all readers
 * @param tailSize how much these may take up, serialised
 * @param readCacheSize how much of the older history may be kept in memory for readers that are behind, serialised
 * @param knownAggregates of how many aggregates the last sequence number is kept in memory
 * @param snapshotEvery after how many events an aggregate's state is kept, so that loading it reads no more than these
 * @param aggregateCacheSize how many aggregates are kept in memory
 */
@ConfigurationProperties("cleave.event-store")
public record EventStoreProperties(
        @DefaultValue("1000") int batchEvents,
        @DefaultValue("4MB") DataSize batchSize,
        @DefaultValue("1000") int queueCapacity,
        @DefaultValue("2s") Duration queueTimeout,
        @DefaultValue("30s") Duration appendTimeout,
        @DefaultValue("4096") int tailEvents,
        @DefaultValue("8MB") DataSize tailSize,
        @DefaultValue("8MB") DataSize readCacheSize,
        @DefaultValue("50000") int knownAggregates,
        @DefaultValue("500") int snapshotEvery,
        @DefaultValue("10000") int aggregateCacheSize) {}
