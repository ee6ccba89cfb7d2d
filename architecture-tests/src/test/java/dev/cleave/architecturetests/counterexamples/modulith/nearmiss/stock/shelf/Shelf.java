package dev.cleave.architecturetests.counterexamples.modulith.nearmiss.stock.shelf;

public class Shelf {

    public int left() {
        return 1;
    }
}
