package dev.cleave.architecture.law.house.publiconlywhereneeded.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;

@Caught
public class Shelf {

    int left() {
        return new Row().left();
    }
}
