package dev.cleave.architecture.counterexamples.publiconlywhereneeded.nearmiss.stock.desk;

import dev.cleave.architecture.counterexamples.publiconlywhereneeded.nearmiss.stock.shelf.Shelf;

class Desk {

    private final Shelf shelf = new Shelf();
}
