package dev.cleave.architecture.law.house.basepackageonlyregisters.nearmiss.orders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Orders {

    @Bean
    String product() {
        return "pen";
    }
}
