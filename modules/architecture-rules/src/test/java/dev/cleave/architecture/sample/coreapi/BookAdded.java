package dev.cleave.architecture.sample.coreapi;

public record BookAdded(String isbn, String title) implements BookEvent {}
