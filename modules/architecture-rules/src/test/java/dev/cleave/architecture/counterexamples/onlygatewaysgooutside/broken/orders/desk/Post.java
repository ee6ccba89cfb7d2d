package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.broken.orders.desk;

interface Post {

    void send(String text);
}
