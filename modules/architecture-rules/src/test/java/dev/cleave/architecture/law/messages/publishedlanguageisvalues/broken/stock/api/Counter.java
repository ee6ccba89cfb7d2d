package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.law.Caught;

@Caught
public final class Counter {

    public int count(String products) {
        return products.length();
    }
}
