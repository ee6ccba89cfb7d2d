package dev.cleave.architecture.law.data.sqltouchesowntables.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;

@Caught(value = 2, in = "V2__more.sql")
class Shelf {

    String all() {
        return "select * from shelf";
    }
}
