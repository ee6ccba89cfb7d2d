package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.order;

import java.time.LocalDate;

class Yearly implements Numbers {

    @Override
    public String next() {
        return year() + "-1";
    }

    private static int year() {
        return LocalDate.now().getYear();
    }
}
