package dev.cleave.architecture.law.events.aggregatescallnoone.nearmiss.orders.order;

record Prices(int price) {

    int of(String product) {
        return price * product.length();
    }
}
