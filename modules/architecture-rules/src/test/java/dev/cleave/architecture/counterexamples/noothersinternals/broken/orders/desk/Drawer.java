package dev.cleave.architecture.counterexamples.noothersinternals.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.noothersinternals.broken.stock.shelf.Shelf;

@Caught
class Drawer extends Shelf {

    @Caught
    Drawer() {}
}
