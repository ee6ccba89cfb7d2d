package dev.cleave.platform.messaging;

/**
 * How far an aggregate's history goes.
 *
 * @param aggregateId the aggregate's identifier
 * @param sequence the 0-based sequence number of its last event
 */
public record AggregateVersion(String aggregateId, long sequence) {

    @Override
    public String toString() {
        return aggregateId + "@" + sequence;
    }
}
