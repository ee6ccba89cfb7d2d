package dev.cleave.architecturetests.counterexamples.modulith.broken.stock.shelf;

public class Shelf {

    public int left() {
        return 1;
    }
}
