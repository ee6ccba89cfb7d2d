package dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.assembly;

import dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.stock.api.TakeStock;

class Main {

    TakeStock first() {
        return new TakeStock("pen");
    }
}
