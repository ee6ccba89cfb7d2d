package dev.cleave.architecture.law.messages.nocyclebetweencontexts.nearmiss.stock.shelf;

import dev.cleave.architecture.law.messages.nocyclebetweencontexts.nearmiss.stock.api.StockTaken;

class Shelf {

    StockTaken take() {
        return new StockTaken(1);
    }
}
