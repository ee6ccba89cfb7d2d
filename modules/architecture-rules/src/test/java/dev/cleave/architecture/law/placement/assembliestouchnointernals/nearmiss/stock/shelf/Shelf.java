package dev.cleave.architecture.law.placement.assembliestouchnointernals.nearmiss.stock.shelf;

public class Shelf {

    public void open() {}
}
