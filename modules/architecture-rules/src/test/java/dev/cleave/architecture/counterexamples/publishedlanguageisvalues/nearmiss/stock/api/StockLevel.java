package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.nearmiss.stock.api;

public final class StockLevel implements Step {

    private final String product;

    public StockLevel(String product) {
        this.product = product;
    }

    public String product() {
        return product;
    }
}
