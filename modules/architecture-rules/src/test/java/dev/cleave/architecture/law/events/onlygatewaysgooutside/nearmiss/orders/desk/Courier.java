package dev.cleave.architecture.law.events.onlygatewaysgooutside.nearmiss.orders.desk;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.web.client.RestClient;

abstract class Courier {

    @EventHandler
    void on(Integer event) {
        RestClient.create().get().uri("https://courier.example/" + event).retrieve();
    }
}
