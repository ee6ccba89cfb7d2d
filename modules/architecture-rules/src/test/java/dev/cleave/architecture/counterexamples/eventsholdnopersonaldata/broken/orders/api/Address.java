package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.broken.orders.api;

public record Address(String text) {}
