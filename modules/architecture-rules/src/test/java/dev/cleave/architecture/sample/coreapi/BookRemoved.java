package dev.cleave.architecture.sample.coreapi;

public record BookRemoved(String isbn) implements BookEvent {}
