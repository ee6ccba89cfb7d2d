package dev.cleave.architecture.law.events.onlygatewaysgooutside.nearmiss.orders.desk;

interface Post {

    boolean ready();

    void send(String text);
}
