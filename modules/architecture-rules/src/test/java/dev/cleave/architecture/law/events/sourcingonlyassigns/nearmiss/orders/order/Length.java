package dev.cleave.architecture.law.events.sourcingonlyassigns.nearmiss.orders.order;

record Length(int value) {

    Length {
        if (value < 0) {
            throw new IllegalArgumentException("Too short");
        }
    }
}
