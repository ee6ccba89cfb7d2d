package dev.cleave.architecture.counterexamples.publiconlywhereneeded.broken.orders.desk;

import dev.cleave.architecture.counterexamples.publiconlywhereneeded.broken.stock.shelf.Shelf;

class Desk {

    private final Shelf shelf = new Shelf();
}
