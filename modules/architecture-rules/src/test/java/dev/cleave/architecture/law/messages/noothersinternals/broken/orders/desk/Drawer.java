package dev.cleave.architecture.law.messages.noothersinternals.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.Shelf;

@Caught
class Drawer extends Shelf {

    @Caught
    Drawer() {}
}
