package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api;

public record Gift(String words, Address to) {}
