package dev.cleave.architecture.counterexamples.publiconlywhereneeded.nearmiss.stock.shelf;

public class Shelf {

    public Row row() {
        return new Row(0);
    }

    public record Row(int left) {}
}
