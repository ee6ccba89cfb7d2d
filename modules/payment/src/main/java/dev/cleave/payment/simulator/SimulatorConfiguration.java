package dev.cleave.payment.simulator;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.time.SteadyClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@WhereSimulated
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfiguration {

    static final String STORE = "simulator";
    static final String MIGRATIONS = "db/simulator";

    @Bean
    Books simulatorBooks(DataStores stores, SimulatorProperties properties) {
        return new Books(stores.open(STORE, MIGRATIONS), SteadyClock.system(), properties.lateness());
    }

    @Bean
    Signature simulatorSignature(SimulatorProperties properties) {
        return Signature.with(properties.secret(), SteadyClock.system());
    }

    @Bean
    Reports simulatorReports(Books books, Signature signature, SimulatorProperties properties, Environment environment) {
        return new Reports(books, new Webhook(signature, properties, environment));
    }

    @Bean
    SimulatedProvider simulatedProvider(Books books, Reports reports, SimulatorProperties properties) {
        return new SimulatedProvider(books, reports::dueAt, properties);
    }
}
