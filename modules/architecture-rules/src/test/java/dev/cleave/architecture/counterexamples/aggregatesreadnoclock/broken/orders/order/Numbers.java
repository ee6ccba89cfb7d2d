package dev.cleave.architecture.counterexamples.aggregatesreadnoclock.broken.orders.order;

interface Numbers {

    String next();
}
