package dev.cleave.architecture.law.house.messagesnamedplainly.nearmiss.orders.api;

public record RecordEvents(String order) {}
