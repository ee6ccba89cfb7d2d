package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.time.StoreTimes;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

@AutoConfiguration
class WaitingConfiguration {

    @Bean
    @Scope("prototype")
    Waits waits(InjectionPoint point, DataStores stores, Placement placement, StoreTimes times, WaitKeepers keepers) {
        Class<?> asking = point.getMember().getDeclaringClass();
        keepers.note(asking);
        return new StoredWaits(stores.ofContextOf(asking), times.of(placement.heldBy(asking)));
    }

    @Bean
    WaitKeepers waitKeepers(Placement placement, Processors processors) {
        return new WaitKeepers(placement, processors);
    }

    /**
     * @param interval how often to look for waits that have run out
     * @param patience how long waits stay open at most because a view or policy of their context is behind
     */
    @Bean
    WaitClock waitClock(
            List<WaitRunOut> runOuts,
            Placement placement,
            DataStores stores,
            StoreTimes times,
            Commands commands,
            Tracing tracing,
            WaitKeepers keepers,
            Progress progress,
            @Value("${cleave.waits.interval:1s}") Duration interval,
            @Value("${cleave.waits.patience:5m}") Duration patience) {
        return new WaitClock(
                runOuts,
                placement,
                stores,
                times,
                commands,
                tracing,
                context -> new Readiness(context, keepers, progress, patience),
                interval);
    }
}
