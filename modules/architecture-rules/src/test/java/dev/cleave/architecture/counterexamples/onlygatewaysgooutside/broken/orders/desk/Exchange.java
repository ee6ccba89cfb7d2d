package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;

class Exchange {

    private Rates rates;

    @Caught
    String today() {
        return rates.rates();
    }
}
