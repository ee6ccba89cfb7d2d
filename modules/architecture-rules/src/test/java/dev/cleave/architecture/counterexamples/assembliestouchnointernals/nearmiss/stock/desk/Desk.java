package dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.stock.desk;

import dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.stock.shelf.Shelf;

class Desk {

    void open() {
        new Shelf().open();
    }
}
