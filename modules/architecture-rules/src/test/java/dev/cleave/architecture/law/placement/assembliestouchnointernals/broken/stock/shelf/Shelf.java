package dev.cleave.architecture.law.placement.assembliestouchnointernals.broken.stock.shelf;

public class Shelf {

    public void open() {}
}
