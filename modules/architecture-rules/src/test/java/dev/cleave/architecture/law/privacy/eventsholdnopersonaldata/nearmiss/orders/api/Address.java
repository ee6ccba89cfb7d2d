package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api;

public record Address(String street) {}
