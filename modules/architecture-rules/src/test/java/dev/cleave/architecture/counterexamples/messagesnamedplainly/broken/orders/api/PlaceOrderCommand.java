package dev.cleave.architecture.counterexamples.messagesnamedplainly.broken.orders.api;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public record PlaceOrderCommand(String order) {}
