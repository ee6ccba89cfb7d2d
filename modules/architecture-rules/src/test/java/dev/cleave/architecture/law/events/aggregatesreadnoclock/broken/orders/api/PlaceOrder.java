package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.api;

public record PlaceOrder(String order) {}
