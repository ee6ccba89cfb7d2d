package dev.cleave.architecture.counterexamples.assembliestouchnointernals.broken.stock.shelf;

public class Shelf {

    public void open() {}
}
