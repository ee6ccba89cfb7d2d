package dev.cleave.architecture.counterexamples.messagesnamedplainly.nearmiss.orders.api;

public record EventRecorded(String order) {}
