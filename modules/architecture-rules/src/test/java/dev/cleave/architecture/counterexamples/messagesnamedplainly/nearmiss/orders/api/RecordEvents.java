package dev.cleave.architecture.counterexamples.messagesnamedplainly.nearmiss.orders.api;

public record RecordEvents(String order) {}
