package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.nearmiss.orders.ledger.Ledger;

class Desk {

    int pages(Ledger ledger) {
        return ledger.pages();
    }
}
