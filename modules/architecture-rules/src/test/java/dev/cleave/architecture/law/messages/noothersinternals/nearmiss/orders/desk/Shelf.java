package dev.cleave.architecture.law.messages.noothersinternals.nearmiss.orders.desk;

class Shelf {

    int left() {
        return 0;
    }
}
