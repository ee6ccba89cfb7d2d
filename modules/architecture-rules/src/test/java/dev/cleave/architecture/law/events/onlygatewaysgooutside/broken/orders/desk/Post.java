package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

interface Post {

    void send(String text);
}
