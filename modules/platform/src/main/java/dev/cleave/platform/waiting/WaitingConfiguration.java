package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.time.StoreTimes;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

@AutoConfiguration
class WaitingConfiguration {

    @Bean
    @Scope("prototype")
    @SuppressWarnings({"unchecked", "rawtypes"})
    Waits<?> waits(DependencyDescriptor point, ContextWaits waits) {
        Class kinds = point.getResolvableType().getGeneric().resolve(Enum.class);
        return waits.askedFor(point.getMember().getDeclaringClass(), kinds);
    }

    @Bean
    ContextWaits contextWaits(Placement placement, Processors processors, DataStores stores, StoreTimes times) {
        return new ContextWaits(placement, processors, stores, times);
    }

    /**
     * @param interval how often to look for waits that have run out
     * @param patience how long waits stay open at most because a view or policy of their context is behind
     */
    @Bean
    WaitClock waitClock(
            ContextWaits waits,
            DataStores stores,
            StoreTimes times,
            Commands commands,
            Tracing tracing,
            Progress progress,
            @Value("${cleave.waits.interval:1s}") Duration interval,
            @Value("${cleave.waits.patience:5m}") Duration patience) {
        return new WaitClock(
                waits, stores, times, commands, tracing, context -> new Readiness(context, waits, progress, patience), interval);
    }
}
