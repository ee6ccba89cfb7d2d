package dev.cleave.architecture.counterexamples.publiconlywhereneeded.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public class Shelf {

    int left() {
        return new Row().left();
    }
}
