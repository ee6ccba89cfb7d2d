package dev.cleave.platform.placement;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Brings in the registration classes of the contexts that this process holds. */
@AutoConfiguration
@Import(PlacementConfiguration.HeldContexts.class)
class PlacementConfiguration {

    @Bean
    Placement placement(Environment environment, ConfigurableBeanFactory beans) {
        return Placement.of(environment, beans.getBeanClassLoader());
    }

    static final class HeldContexts implements ImportSelector, EnvironmentAware, BeanClassLoaderAware {

        private Environment environment;
        private ClassLoader classLoader;

        @Override
        public void setEnvironment(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void setBeanClassLoader(ClassLoader classLoader) {
            this.classLoader = classLoader;
        }

        @Override
        public String[] selectImports(AnnotationMetadata importingClassMetadata) {
            return Placement.of(environment, classLoader).held().stream()
                    .map(context -> context.registration().getName())
                    .toArray(String[]::new);
        }
    }
}
