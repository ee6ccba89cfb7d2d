package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DataStorePropertiesTests {

    @Test
    void aStoreWithAPasswordOfItsOwnIsOtherwiseLikeTheOthers() {
        DataStoreProperties properties = bound(Map.of(
                "CLEAVE_STORE_URL", "jdbc:postgresql://db/{name}",
                "CLEAVE_STORE_USERNAME", "{name}",
                "CLEAVE_STORE_CONNECTIONS", "7",
                "CLEAVE_STORES_ORDERING_PASSWORD", "secret"));

        assertThat(properties.of("ordering"))
                .isEqualTo(new DataStoreProperties.Store("jdbc:postgresql://db/ordering", "ordering", "secret", null, 7, 16_384));
        assertThat(properties.of("payment").password()).isNull();
    }

    @Test
    void whatAStoreSaysOfItselfGoesBeforeWhatHoldsForAll() {
        DataStoreProperties properties = bound(Map.of(
                "CLEAVE_STORE_URL", "jdbc:postgresql://db/{name}", "CLEAVE_STORES_ORDERING_URL",
                "jdbc:postgresql://other/{name}"));

        assertThat(properties.of("ordering").url()).isEqualTo("jdbc:postgresql://other/ordering");
        assertThat(properties.of("payment").url()).isEqualTo("jdbc:postgresql://db/payment");
    }

    @Test
    void withoutSettingsAStoreIsAFile() {
        assertThat(bound(Map.of()).of("ordering")).isEqualTo(new DataStoreProperties.Store(null, null, null, null, 10, 16_384));
    }

    private static DataStoreProperties bound(Map<String, Object> environment) {
        PropertySource<?> source = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment);
        Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.from(source);
        return new Binder(sources).bindOrCreate("cleave", DataStoreProperties.class);
    }
}
