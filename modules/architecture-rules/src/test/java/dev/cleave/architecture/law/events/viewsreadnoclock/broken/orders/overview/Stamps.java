package dev.cleave.architecture.law.events.viewsreadnoclock.broken.orders.overview;

class Stamps {

    long next() {
        return System.currentTimeMillis();
    }
}
