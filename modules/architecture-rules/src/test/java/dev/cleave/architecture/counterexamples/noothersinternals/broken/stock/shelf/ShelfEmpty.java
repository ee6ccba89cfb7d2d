package dev.cleave.architecture.counterexamples.noothersinternals.broken.stock.shelf;

public class ShelfEmpty extends RuntimeException {

    private static final long serialVersionUID = 1;
}
