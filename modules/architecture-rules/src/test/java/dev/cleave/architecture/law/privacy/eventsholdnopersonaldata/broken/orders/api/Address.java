package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api;

public record Address(String text) {}
