package dev.cleave.architecture.law.house.publiconlywhereneeded.nearmiss.stock.shelf;

class Book {

    public int pages() {
        return new Shelf().row().left();
    }
}
