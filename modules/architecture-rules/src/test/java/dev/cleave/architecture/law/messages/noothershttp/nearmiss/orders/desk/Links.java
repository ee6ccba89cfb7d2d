package dev.cleave.architecture.law.messages.noothershttp.nearmiss.orders.desk;

class Links {

    String stock(String product) {
        return "/api/stock/" + product;
    }
}
