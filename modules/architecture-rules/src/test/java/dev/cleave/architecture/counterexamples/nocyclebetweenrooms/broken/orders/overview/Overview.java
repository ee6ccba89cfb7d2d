package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.overview;

import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.orders.desk.Desk;

public class Overview {

    Desk desk = new Desk();

    public int lines() {
        return 1;
    }
}
