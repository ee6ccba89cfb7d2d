package dev.cleave.architecture.counterexamples.noothersinternals.nearmiss.stock.shelf;

public class Shelf {

    public int left(String product) {
        return product.length();
    }
}
