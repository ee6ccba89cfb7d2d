package dev.cleave.architecture.law.house.publiconlywhereneeded.nearmiss.stock.shelf;

public class Shelf {

    public Row row() {
        return new Row(0);
    }

    public record Row(int left) {}
}
