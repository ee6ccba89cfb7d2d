package dev.cleave.architecture.law.events.aggregatescallnoone.broken.orders.order;

import org.springframework.stereotype.Component;

@Component
class Prices {

    int of(String product) {
        return product.length();
    }
}
