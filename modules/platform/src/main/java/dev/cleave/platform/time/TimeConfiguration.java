package dev.cleave.platform.time;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives Axon a clock that does not go back: its processors would neither claim nor extend anything until the clock is where it was
 * again. Times of events are as exact as they are stored, from the beginning, so that whoever handles an event at once reads the
 * same time as whoever handles it again.
 */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class TimeConfiguration {

    TimeConfiguration() {
        GenericEventMessage.clock = SteadyClock.system();
        AbstractTokenEntry.clock = SteadyClock.system();
        GenericDeadLetter.clock = SteadyClock.system();
    }

    @Bean
    ClockWatch clockHealthIndicator(ObjectProvider<MeterRegistry> meters) {
        return new ClockWatch(System::nanoTime, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    StoreTimes storeTimes(DataStores stores, Placement placement, ClockWatch watch) {
        return new StoreTimes(stores, placement, InstantSource.system(), System::nanoTime, watch);
    }
}
