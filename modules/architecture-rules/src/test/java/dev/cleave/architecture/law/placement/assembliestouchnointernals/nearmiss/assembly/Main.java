package dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.assembly;

import dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.stock.api.TakeStock;

class Main {

    TakeStock first() {
        return new TakeStock("pen");
    }
}
