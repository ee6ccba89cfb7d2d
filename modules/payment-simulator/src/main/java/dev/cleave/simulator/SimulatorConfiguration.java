package dev.cleave.simulator;

import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.time.SteadyClock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Plays the provider in the process that holds payment, unless another provider is configured. */
@AutoConfiguration
@Conditional(SimulatorConfiguration.WherePaymentIs.class)
@ConditionalOnProperty(name = "cleave.payment.provider.adapter", havingValue = "simulator", matchIfMissing = true)
@EnableConfigurationProperties(SimulatorProperties.class)
@Import({LedgerController.class, SignedReports.class})
class SimulatorConfiguration {

    static final String STORE = "simulator";
    static final String MIGRATIONS = "db/simulator";

    static final class WherePaymentIs implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Placement.of(context.getEnvironment(), context.getClassLoader()).held().stream()
                    .anyMatch(held -> held.contains(PaymentProvider.class));
        }
    }

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
