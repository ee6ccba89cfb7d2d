package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public final class Counter {

    public int count(String products) {
        return products.length();
    }
}
