package dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.assembly;

import dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.stock.api.TakeStock;

class Main {

    TakeStock first() {
        return new TakeStock("pen");
    }
}
