package dev.cleave.architecture.law.placement.noplaceasked.nearmiss.stock.shelf;

import org.springframework.beans.factory.annotation.Value;

class Settings {

    @Value("${shop.unit-price:3}")
    private int price;

    String hint() {
        return "A shop.unit is counted in pieces.";
    }

    int price() {
        return price;
    }

    String schema() {
        return "https://stock-exchange.example/schema";
    }
}
