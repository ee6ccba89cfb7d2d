package dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.api;

public record PlaceOrder(String order) {}
