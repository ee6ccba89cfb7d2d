package dev.cleave.architecture.law.house.nocyclebetweenrooms.nearmiss.orders.ledger;

import dev.cleave.architecture.law.house.nocyclebetweenrooms.nearmiss.orders.overview.Overview;

public class Ledger {

    public int pages() {
        return new Overview().lines(this);
    }
}
