package dev.cleave.bootstrap.architecture;

import dev.cleave.platform.placement.Placement;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@AutoConfiguration
class ArchitectureConfiguration {

    @Bean
    ArchitectureEndpoint architectureEndpoint(Placement placement, Environment environment) {
        return new ArchitectureEndpoint(placement, environment);
    }

    @Bean
    ArchitectureController architectureController() {
        return new ArchitectureController();
    }
}
