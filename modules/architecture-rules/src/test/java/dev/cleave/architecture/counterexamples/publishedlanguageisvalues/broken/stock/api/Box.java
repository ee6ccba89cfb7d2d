package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

public record Box<T>(@Caught T content) {}
