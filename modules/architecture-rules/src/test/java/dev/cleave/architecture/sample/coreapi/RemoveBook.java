package dev.cleave.architecture.sample.coreapi;

public record RemoveBook(String isbn) {}
