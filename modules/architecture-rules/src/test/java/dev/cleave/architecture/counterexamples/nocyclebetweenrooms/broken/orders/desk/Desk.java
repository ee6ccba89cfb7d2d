package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.ledger.Ledger;

public class Desk {

    @Caught
    int pages(Ledger ledger) {
        return ledger.pages();
    }
}
