package dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf;

public class ShelfEmpty extends RuntimeException {

    private static final long serialVersionUID = 1;
}
