package dev.cleave.architecture.counterexamples.viewsreadnoclock.broken.orders.overview;

class Stamps {

    long next() {
        return System.currentTimeMillis();
    }
}
