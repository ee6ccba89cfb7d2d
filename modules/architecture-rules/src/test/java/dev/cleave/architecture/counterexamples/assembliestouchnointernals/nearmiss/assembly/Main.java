package dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.assembly;

import dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.stock.api.TakeStock;

class Main {

    TakeStock first() {
        return new TakeStock("pen");
    }
}
