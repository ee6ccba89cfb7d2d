package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.nearmiss.orders.desk;

interface Post {

    boolean ready();

    void send(String text);
}
