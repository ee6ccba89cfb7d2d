package dev.cleave.architecture.law.messages.noothershttp.nearmiss.orders.desk;

import org.springframework.web.client.RestClient;

class Desk {

    private RestClient client;

    Integer rate(String currency) {
        return client.get().uri("https://bank.example/api/stockmarket/{currency}", currency).retrieve().body(Integer.class);
    }
}
