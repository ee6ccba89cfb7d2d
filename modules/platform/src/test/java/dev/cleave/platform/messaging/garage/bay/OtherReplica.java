package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.Freshness;
import org.springframework.stereotype.Component;

/** Stands for another replica that changes aggregates meanwhile. */
@Component
class OtherReplica implements Freshness {

    private final Bench bench;

    OtherReplica(Bench bench) {
        this.bench = bench;
    }

    @Override
    public boolean isLast(String aggregateId, long sequence) {
        return !bench.stale.remove(aggregateId);
    }
}
