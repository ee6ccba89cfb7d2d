package dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.ledger;

import dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.overview.Overview;

public class Ledger {

    public int pages() {
        return new Overview().lines();
    }
}
