package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.nearmiss.stock.shelf;

import dev.cleave.architecture.counterexamples.nocyclebetweencontexts.nearmiss.stock.api.StockTaken;

class Shelf {

    StockTaken take() {
        return new StockTaken(1);
    }
}
