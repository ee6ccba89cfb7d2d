package dev.cleave.platform.datastore;

import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands every class of a context the database access of that context's own store. A class asks for a plain {@link JdbcClient};
 * which store it gets follows from its package, so it can't get another's.
 */
@AutoConfiguration
@EnableConfigurationProperties(DataStoreProperties.class)
class DataStoreConfiguration {

    /** @param lost the stores whose loss is accepted */
    @Bean
    DataStores dataStores(
            DataStoreProperties properties,
            Placement placement,
            ObjectProvider<MeterRegistry> meters,
            @Value("${cleave.lost-stores:}") Set<String> lost) {
        return new DataStores(properties, placement, meters.getIfAvailable(SimpleMeterRegistry::new), lost);
    }

    @Bean
    RememberedStores rememberedStores(DataStores stores) {
        return new RememberedStores(stores);
    }

    @Bean
    StoresHealth storesHealthIndicator(DataStores stores) {
        return new StoresHealth(stores);
    }

    @Bean
    @Scope("prototype")
    DataStore contextStore(InjectionPoint point, DataStores stores) {
        return stores.ofContextOf(point.getMember().getDeclaringClass());
    }

    @Bean
    @Scope("prototype")
    JdbcClient jdbcClient(InjectionPoint point, DataStores stores) {
        return stores.ofContextOf(point.getMember().getDeclaringClass()).jdbc();
    }

    @Bean
    @Scope("prototype")
    JdbcTemplate jdbcTemplate(InjectionPoint point, DataStores stores) {
        return stores.ofContextOf(point.getMember().getDeclaringClass()).jdbcTemplate();
    }

    @Bean
    @Scope("prototype")
    TransactionTemplate transactionTemplate(InjectionPoint point, DataStores stores) {
        return stores.ofContextOf(point.getMember().getDeclaringClass()).transactions();
    }
}
