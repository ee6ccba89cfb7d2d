package dev.cleave.architecture.law.placement.foundationsknownocontext.broken.platform.web;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.placement.foundationsknownocontext.broken.stock.api.TakeStock;

class Problems {

    @Caught
    String name(Object command) {
        return command instanceof TakeStock ? "stock" : "other";
    }
}
