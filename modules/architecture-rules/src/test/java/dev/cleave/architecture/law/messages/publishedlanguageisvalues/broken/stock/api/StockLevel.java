package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.law.Caught;

public class StockLevel {

    private final String product;

    @Caught
    private int quantity;

    public StockLevel(String product, int quantity) {
        this.product = product;
        this.quantity = quantity;
    }

    public int quantity() {
        return quantity + product.length();
    }
}
