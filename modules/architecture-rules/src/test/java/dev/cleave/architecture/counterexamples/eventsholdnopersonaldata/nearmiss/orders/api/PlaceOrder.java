package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.nearmiss.orders.api;

public record PlaceOrder(String order, String email, Address to) {}
