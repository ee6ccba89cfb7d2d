package dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.api;

import java.time.Instant;
import java.util.UUID;

public record OrderPlaced(UUID order, Instant at) {}
