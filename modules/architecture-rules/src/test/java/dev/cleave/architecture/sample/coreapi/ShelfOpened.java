package dev.cleave.architecture.sample.coreapi;

public record ShelfOpened(String shelf) {}
