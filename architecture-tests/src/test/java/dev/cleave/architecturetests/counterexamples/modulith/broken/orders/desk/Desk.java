package dev.cleave.architecturetests.counterexamples.modulith.broken.orders.desk;

import dev.cleave.architecturetests.counterexamples.modulith.broken.stock.shelf.Shelf;

class Desk {

    int left(Shelf shelf) {
        return shelf.left();
    }
}
