package dev.cleave.architecture.law.messages.noothershttp.nearmiss.orders.desk;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("https://bank.example/api")
interface Bank {

    @GetExchange("/rates")
    int rates();
}
