package dev.cleave.architecture.law.house.nocyclebetweenrooms.nearmiss.orders.desk;

import dev.cleave.architecture.law.house.nocyclebetweenrooms.nearmiss.orders.ledger.Ledger;

class Desk {

    int pages(Ledger ledger) {
        return ledger.pages();
    }
}
