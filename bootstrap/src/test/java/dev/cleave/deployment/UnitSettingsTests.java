package dev.cleave.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnitSettingsTests {

    private static final String POSTGRES = "cleave.store.url=jdbc:postgresql://db/{name}";

    @Test
    void aUnitHoldsItsContextsAndTalksAsTheProfileSays() {
        ConfigurableEnvironment environment = settled("cleave.profile=hybrid", "cleave.unit=warehouse");
        assertThat(environment.getProperty("cleave.contexts")).isEqualTo("inventory,shipping");
        assertThat(environment.getProperty("cleave.messaging.transport")).isEqualTo("axon-server");
        assertThat(environment.getProperty("spring.application.name")).isEqualTo("cleave-warehouse");
    }

    @Test
    void isTheMonolithWithoutEither() {
        ConfigurableEnvironment environment = settled();
        assertThat(environment.getProperty("cleave.contexts")).isNull();
        assertThat(environment.getProperty("cleave.messaging.transport")).isNull();
    }

    @Test
    void aProfileOfOneUnitNeedsNoUnit() {
        ConfigurableEnvironment environment = settled("cleave.profile=monolith");
        assertThat(environment.getProperty("cleave.unit")).isEqualTo("monolith");
        assertThat(environment.getProperty("cleave.messaging.transport")).isEqualTo("in-process");
    }

    @Test
    void whatIsSetOtherwiseWins() {
        ConfigurableEnvironment environment = settled(
                "cleave.profile=hybrid", "cleave.unit=warehouse", "spring.application.name=mine", "cleave.contexts=inventory");
        assertThat(environment.getProperty("spring.application.name")).isEqualTo("mine");
        assertThat(environment.getProperty("cleave.contexts")).isEqualTo("inventory");
    }

    @Test
    void takesEnvironmentVariables() {
        ConfigurableEnvironment environment = bare();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(
                "variables",
                Map.of(
                        "CLEAVE_PROFILE", "split",
                        "CLEAVE_UNIT", "ordering",
                        "CLEAVE_STORES_ORDERING_URL", "jdbc:postgresql://db/ordering")));
        settle(environment);
        assertThat(environment.getProperty("cleave.contexts")).isEqualTo("ordering");
    }

    @Test
    void refusesAUnitThatCannotBe() {
        assertThatThrownBy(() -> settled("cleave.profile=hybrid"))
                .hasMessage("hybrid: The profile has 3 units, and this process is not told which it is. "
                        + "Give cleave.unit, one of shop, warehouse, messages.");
        assertThatThrownBy(() -> settled("cleave.profile=hybrid", "cleave.unit=warehous"))
                .hasMessage("hybrid: There is no unit warehous in this profile. Did you mean warehouse?");
        assertThatThrownBy(() -> settled("cleave.unit=shop"))
                .hasMessage("cleave.unit: Unit shop is asked for, and of no profile. "
                        + "Give cleave.profile too, one of hybrid, monolith, split or a file.");
        assertThatThrownBy(() -> settled("cleave.profile=hibrid", "cleave.unit=shop"))
                .hasMessageContaining("Did you mean hybrid?");
    }

    @Test
    void aUnitOnPostgresIsToldWhereThatIs() {
        assertThatThrownBy(() -> settled("cleave.profile=hybrid", "cleave.unit=shop"))
                .hasMessageContaining("no URL says where for catalog, ordering, payment, simulator. Give cleave.store.url");
        assertThatThrownBy(() -> settled(
                "cleave.profile=hybrid",
                "cleave.unit=shop",
                "cleave.stores.catalog.url=jdbc:postgresql://db/c",
                "cleave.stores.payment.url=jdbc:h2:./payment"))
                .hasMessageContaining("no URL says where for ordering, payment, simulator.");
        assertThat(settled("cleave.profile=hybrid", "cleave.unit=shop", POSTGRES).getProperty("cleave.contexts"))
                .isEqualTo("catalog,ordering,payment");
    }

    @Test
    void isAskedWhenAProcessStartsAndItsRefusalIsPutInWords() {
        SpringApplication application = new SpringApplication(UnitSettingsTests.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run("--cleave.profile=hybrid")).isInstanceOfSatisfying(UnusableProfile.class, e -> {
            FailureAnalysis analysis = new UnusableProfileAnalyzer().analyze(new IllegalStateException(e));
            assertThat(analysis.getDescription()).isEqualTo(e.getMessage()).contains("shop, warehouse, messages");
        });
    }

    private static ConfigurableEnvironment settled(String... settings) {
        ConfigurableEnvironment environment = bare();
        Map<String, Object> given = new HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        settle(environment);
        return environment;
    }

    private static ConfigurableEnvironment bare() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().forEach(source -> environment.getPropertySources().remove(source.getName()));
        return environment;
    }

    private static void settle(ConfigurableEnvironment environment) {
        new UnitSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
