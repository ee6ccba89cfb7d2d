package dev.cleave.architecture.sample.lending.api;

public record Note(String text) {}
