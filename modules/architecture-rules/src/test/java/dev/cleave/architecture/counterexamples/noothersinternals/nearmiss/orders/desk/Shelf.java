package dev.cleave.architecture.counterexamples.noothersinternals.nearmiss.orders.desk;

class Shelf {

    int left() {
        return 0;
    }
}
