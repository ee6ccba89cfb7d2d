package dev.cleave.architecture.counterexamples.sqltouchesowntables.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;

@Caught(value = 2, in = "V2__more.sql")
class Shelf {

    String all() {
        return "select * from shelf";
    }
}
