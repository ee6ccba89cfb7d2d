package dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf;

public class Shelf {

    public int left(String product) {
        return product.length();
    }
}
