package dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.stock.shelf;

import dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.platform.message.Named;

class Shelf implements Named {

    @Override
    public String name() {
        return "stock";
    }
}
