package dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.stock.shelf;

import dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.platform.message.Named;

class Shelf implements Named {

    @Override
    public String name() {
        return "stock";
    }
}
