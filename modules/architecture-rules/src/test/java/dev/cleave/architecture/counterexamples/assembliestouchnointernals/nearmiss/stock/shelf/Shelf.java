package dev.cleave.architecture.counterexamples.assembliestouchnointernals.nearmiss.stock.shelf;

public class Shelf {

    public void open() {}
}
