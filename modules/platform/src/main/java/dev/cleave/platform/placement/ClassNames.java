package dev.cleave.platform.placement;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;

/** Names beans by their class, so that two contexts never meet in a bean's name. */
final class ClassNames implements BeanNameGenerator {

    @Override
    public String generateBeanName(BeanDefinition definition, BeanDefinitionRegistry registry) {
        return String.valueOf(definition.getBeanClassName());
    }
}
