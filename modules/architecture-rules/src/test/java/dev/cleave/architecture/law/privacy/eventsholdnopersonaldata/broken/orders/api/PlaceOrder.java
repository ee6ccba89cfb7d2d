package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api;

public record PlaceOrder(String order, String email) {}
