package dev.cleave.architecture.sample.lending.api;

/** Known by being applied, and nothing else. */
public record CopyDamaged(String copy) {}
