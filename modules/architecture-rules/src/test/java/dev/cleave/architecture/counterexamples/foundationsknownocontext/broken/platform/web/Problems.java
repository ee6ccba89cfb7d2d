package dev.cleave.architecture.counterexamples.foundationsknownocontext.broken.platform.web;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.foundationsknownocontext.broken.stock.api.TakeStock;

class Problems {

    @Caught
    String name(Object command) {
        return command instanceof TakeStock ? "stock" : "other";
    }
}
