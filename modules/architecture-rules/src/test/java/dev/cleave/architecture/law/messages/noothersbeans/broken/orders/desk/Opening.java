package dev.cleave.architecture.law.messages.noothersbeans.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersbeans.broken.stock.api.StockLevels;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Opening {

    @Bean
    @Caught
    Drawer drawer(StockLevels levels) {
        return new Drawer();
    }

    @Caught
    int left(ApplicationContext application) {
        return application.getBean(StockLevels.class).left("pen");
    }
}
