package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.broken.orders.api;

public record PlaceOrder(String order, String email) {}
