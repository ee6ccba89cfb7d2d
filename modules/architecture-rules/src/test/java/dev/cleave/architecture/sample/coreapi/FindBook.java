package dev.cleave.architecture.sample.coreapi;

public record FindBook(String isbn) {}
