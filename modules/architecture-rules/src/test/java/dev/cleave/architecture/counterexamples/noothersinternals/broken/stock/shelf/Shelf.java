package dev.cleave.architecture.counterexamples.noothersinternals.broken.stock.shelf;

public class Shelf {

    public int left(String product) {
        return product.length();
    }
}
