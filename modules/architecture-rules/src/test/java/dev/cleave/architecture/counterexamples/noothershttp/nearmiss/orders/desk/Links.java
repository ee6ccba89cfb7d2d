package dev.cleave.architecture.counterexamples.noothershttp.nearmiss.orders.desk;

class Links {

    String stock(String product) {
        return "/api/stock/" + product;
    }
}
