package dev.cleave.architecture.counterexamples.eventsholdnopersonaldata.broken.orders.api;

public record Gift(String words, Address to) {}
