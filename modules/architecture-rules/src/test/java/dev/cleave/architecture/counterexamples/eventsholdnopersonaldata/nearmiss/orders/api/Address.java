package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.nearmiss.orders.api;

public record Address(String street) {}
