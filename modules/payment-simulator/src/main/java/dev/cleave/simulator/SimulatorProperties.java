package dev.cleave.simulator;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated provider behaves.
 *
 * @param latency how long it thinks before each answer
 * @param lateness how much later it reports what it left pending
 * @param secret what it signs its reports with; without one each process makes up its own
 * @param reportTo the webhook's address; without one, this process's own
 */
@ConfigurationProperties("cleave.payment.simulator")
record SimulatorProperties(
        @DefaultValue("0s") Duration latency,
        @DefaultValue("1s") Duration lateness,
        @Nullable String secret,
        @Nullable URI reportTo) {

    @Override
    public String toString() {
        return "SimulatorProperties[latency=" + latency + ", lateness=" + lateness + ", reportTo=" + reportTo + "]";
    }
}
