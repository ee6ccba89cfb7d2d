package dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.orders.api;

public record OrderPlaced(String product) {}
