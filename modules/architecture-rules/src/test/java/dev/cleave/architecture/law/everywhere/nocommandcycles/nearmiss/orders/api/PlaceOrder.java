package dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.orders.api;

public record PlaceOrder(String order) {}
