package dev.cleave.architecture.sample.lending.api;

import org.axonframework.commandhandling.RoutingKey;

public record MarkDamaged(@RoutingKey String loan, String copy) {}
