package dev.cleave.architecture.law.placement.assembliestouchnointernals.broken.assembly;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.placement.assembliestouchnointernals.broken.stock.shelf.Shelf;

class Main {

    @Caught
    void start() {
        new Shelf().open();
    }
}
