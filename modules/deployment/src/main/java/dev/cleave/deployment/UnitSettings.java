package dev.cleave.deployment;

import dev.cleave.platform.failure.Names;
import dev.cleave.platform.placement.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Settles what a process is by {@code cleave.profile} and {@code cleave.unit}. Whatever else is set wins over it; without either
 * setting the process is the monolith.
 */
final class UnitSettings implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "cleave.profile";
    static final String UNIT = "cleave.unit";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String named = environment.getProperty(PROFILE, "");
        if (StringUtils.hasText(named)) {
            Profile profile = Profiles.named(named);
            Unit unit = unit(profile, environment.getProperty(UNIT, ""));
            requireStores(profile, unit, environment);
            environment.getPropertySources().addLast(new MapPropertySource("deployment profile", settings(profile, unit)));
        } else if (StringUtils.hasText(environment.getProperty(UNIT))) {
            throw unusable(
                    UNIT,
                    "Unit " + environment.getProperty(UNIT) + " is asked for, and of no profile.",
                    "Give " + PROFILE + " too, one of " + String.join(", ", Profiles.names()) + " or a file.");
        }
    }

    private static Unit unit(Profile profile, String name) {
        List<String> units = profile.units().stream().map(Unit::name).toList();
        if (StringUtils.hasText(name)) {
            return profile.unit(name).orElseThrow(() -> unusable(
                    profile.name(), "There is no unit " + name + " in this profile.", Names.remedy(name, units)));
        }
        if (units.size() > 1) {
            throw unusable(
                    profile.name(),
                    "The profile has " + units.size() + " units, and this process is not told which it is.",
                    "Give " + UNIT + ", one of " + String.join(", ", units) + ".");
        }
        return profile.units().getFirst();
    }

    private static Map<String, Object> settings(Profile profile, Unit unit) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(UNIT, unit.name());
        settings.put("cleave.contexts", String.join(",", unit.contexts()));
        settings.put(Transport.SETTING,
                profile.axonServer() ? Transport.BY_AXON_SERVER : Transport.NONE);
        settings.put("spring.application.name", "cleave-" + unit.name());
        return settings;
    }

    /** A unit that would fall back to files is refused: its replicas would each have their own. */
    private static void requireStores(Profile profile, Unit unit, Environment environment) {
        List<String> without = UnitNeeds.of(unit, profile).databases().stream()
                .filter(store -> !environment
                        .getProperty("cleave.stores." + store + ".url", environment.getProperty("cleave.store.url", ""))
                        .startsWith("jdbc:postgresql:"))
                .toList();
        if (!without.isEmpty()) {
            throw unusable(
                    profile.name(),
                    "Unit " + unit.name() + " keeps its data in PostgreSQL, and no URL says where for "
                            + String.join(", ", without) + ".",
                    "Give cleave.store.url, such as jdbc:postgresql://db/{name}, with cleave.store.username and the passwords.");
        }
    }

    private static UnusableProfile unusable(String place, String message, String remedy) {
        return new UnusableProfile(List.of(new Fault(place, 0, 0, message, remedy)));
    }

    /** After the files of settings, before the platform's defaults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
