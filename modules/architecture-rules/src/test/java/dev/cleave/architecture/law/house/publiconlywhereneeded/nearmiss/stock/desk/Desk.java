package dev.cleave.architecture.law.house.publiconlywhereneeded.nearmiss.stock.desk;

import dev.cleave.architecture.law.house.publiconlywhereneeded.nearmiss.stock.shelf.Shelf;

class Desk {

    private final Shelf shelf = new Shelf();
}
