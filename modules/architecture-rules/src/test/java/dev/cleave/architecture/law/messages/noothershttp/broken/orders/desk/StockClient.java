package dev.cleave.architecture.law.messages.noothershttp.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import org.springframework.web.service.annotation.GetExchange;

interface StockClient {

    @GetExchange("/api/stock/{product}/left")
    @Caught
    int left(String product);
}
