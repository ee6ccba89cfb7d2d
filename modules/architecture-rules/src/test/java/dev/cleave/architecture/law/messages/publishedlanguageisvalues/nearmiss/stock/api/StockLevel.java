package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

public final class StockLevel implements Step {

    private final String product;

    public StockLevel(String product) {
        this.product = product;
    }

    public String product() {
        return product;
    }
}
