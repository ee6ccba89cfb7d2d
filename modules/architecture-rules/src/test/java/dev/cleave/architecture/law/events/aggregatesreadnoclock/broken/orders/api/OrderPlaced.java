package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.api;

import java.time.Instant;

public record OrderPlaced(String order, Instant at) {}
