package dev.cleave.architecture.counterexamples.aggregatesreadnoclock.broken.orders.api;

import java.time.Instant;

public record OrderPlaced(String order, Instant at) {}
