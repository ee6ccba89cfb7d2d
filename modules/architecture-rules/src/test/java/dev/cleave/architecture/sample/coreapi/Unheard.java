package dev.cleave.architecture.sample.coreapi;

/** Looks like a message, but nothing makes or handles it. */
public record Unheard(String isbn) {}
