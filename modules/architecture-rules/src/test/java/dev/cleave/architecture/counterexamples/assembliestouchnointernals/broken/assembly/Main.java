package dev.cleave.architecture.counterexamples.assembliestouchnointernals.broken.assembly;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.assembliestouchnointernals.broken.stock.shelf.Shelf;

class Main {

    @Caught
    void start() {
        new Shelf().open();
    }
}
