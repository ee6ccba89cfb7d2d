package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import org.springframework.web.service.annotation.GetExchange;

interface Rates {

    @GetExchange("https://bank.example/rates")
    String rates();
}
