package dev.cleave.architecture.law.house.publiconlywhereneeded.broken.orders.desk;

import dev.cleave.architecture.law.house.publiconlywhereneeded.broken.stock.shelf.Shelf;

class Desk {

    private final Shelf shelf = new Shelf();
}
