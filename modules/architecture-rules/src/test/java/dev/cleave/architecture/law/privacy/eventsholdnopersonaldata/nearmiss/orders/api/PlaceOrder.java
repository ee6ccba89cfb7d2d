package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api;

public record PlaceOrder(String order, String email, Address to) {}
