package dev.cleave.architecture.counterexamples.aggregatesreadnoclock.nearmiss.orders.api;

public record PlaceOrder(String order) {}
