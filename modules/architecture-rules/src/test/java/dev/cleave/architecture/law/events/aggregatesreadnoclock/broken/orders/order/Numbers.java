package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.order;

interface Numbers {

    String next();
}
