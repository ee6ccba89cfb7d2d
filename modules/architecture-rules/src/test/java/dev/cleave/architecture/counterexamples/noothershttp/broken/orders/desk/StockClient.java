package dev.cleave.architecture.counterexamples.noothershttp.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import org.springframework.web.service.annotation.GetExchange;

interface StockClient {

    @GetExchange("/api/stock/{product}/left")
    @Caught
    int left(String product);
}
