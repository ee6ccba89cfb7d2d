package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.nearmiss.stock.shelf;

class Shelf {

    int left;

    Object label;
}
