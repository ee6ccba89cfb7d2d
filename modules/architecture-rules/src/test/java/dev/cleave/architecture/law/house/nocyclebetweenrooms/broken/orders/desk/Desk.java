package dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.ledger.Ledger;

public class Desk {

    @Caught
    int pages(Ledger ledger) {
        return ledger.pages();
    }
}
