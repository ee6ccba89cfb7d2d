package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.ledger;

import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.overview.Overview;

public class Ledger {

    public int pages() {
        return new Overview().lines();
    }
}
