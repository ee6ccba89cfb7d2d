package dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.stock.desk;

import dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.stock.shelf.Shelf;

class Desk {

    void open() {
        new Shelf().open();
    }
}
