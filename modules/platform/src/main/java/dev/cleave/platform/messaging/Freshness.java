package dev.cleave.platform.messaging;

/**
 * Whether an aggregate in memory is as the event store has it. Where another replica may have changed it meanwhile, a decision that
 * appends no event is not checked by the event store, and has to be checked here.
 */
@FunctionalInterface
public interface Freshness {

    /** Whether {@code sequence} is that of the aggregate's last stored event. */
    boolean isLast(String aggregateId, long sequence);
}
