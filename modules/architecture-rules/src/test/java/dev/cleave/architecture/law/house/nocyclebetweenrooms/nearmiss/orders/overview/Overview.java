package dev.cleave.architecture.law.house.nocyclebetweenrooms.nearmiss.orders.overview;

public class Overview {

    public int lines(Object of) {
        return of.hashCode();
    }
}
