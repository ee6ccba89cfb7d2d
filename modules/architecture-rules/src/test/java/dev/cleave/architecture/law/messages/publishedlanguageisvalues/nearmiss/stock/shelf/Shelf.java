package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.shelf;

class Shelf {

    int left;

    Object label;
}
