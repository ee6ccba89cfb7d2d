package dev.cleave.architecture.counterexamples.aggregatesreadnoclock.broken.orders.api;

public record PlaceOrder(String order) {}
