package dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.overview;

import dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.orders.desk.Desk;

public class Overview {

    Desk desk = new Desk();

    public int lines() {
        return 1;
    }
}
