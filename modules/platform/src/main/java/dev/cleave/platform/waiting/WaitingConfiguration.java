package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.placement.Placement;
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
    Waits waits(InjectionPoint point, DataStores stores) {
        return new StoredWaits(stores.ofContextOf(point.getMember().getDeclaringClass()));
    }

    /** @param interval how often to look for waits that have run out */
    @Bean
    WaitClock waitClock(
            List<WaitRunOut> runOuts,
            Placement placement,
            DataStores stores,
            Commands commands,
            @Value("${cleave.waits.interval:1s}") Duration interval) {
        return new WaitClock(runOuts, placement, stores, commands, interval);
    }
}
