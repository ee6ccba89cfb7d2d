package dev.cleave.architecture.law.house.messagesnamedplainly.broken.orders.api;

import dev.cleave.architecture.law.Caught;

@Caught
public record PlaceOrderCommand(String order) {}
