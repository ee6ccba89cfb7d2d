package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.nearmiss.orders.ledger;

import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.nearmiss.orders.overview.Overview;

public class Ledger {

    public int pages() {
        return new Overview().lines(this);
    }
}
