package dev.cleave.architecture.law.messages.noothershttp.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/stock/inside")
@Caught
interface Paths {

    @GetExchange("/rows/{row}")
    int row(String row);
}
