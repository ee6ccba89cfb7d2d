package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.law.Caught;

class Exchange {

    private Rates rates;

    @Caught
    String today() {
        return rates.rates();
    }
}
