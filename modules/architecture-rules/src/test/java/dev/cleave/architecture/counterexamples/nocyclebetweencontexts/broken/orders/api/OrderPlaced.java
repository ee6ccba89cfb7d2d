package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.orders.api;

public record OrderPlaced(String product) {}
