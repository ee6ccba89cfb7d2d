package dev.cleave.architecture.counterexamples.publiconlywhereneeded.nearmiss.stock.shelf;

class Book {

    public int pages() {
        return new Shelf().row().left();
    }
}
