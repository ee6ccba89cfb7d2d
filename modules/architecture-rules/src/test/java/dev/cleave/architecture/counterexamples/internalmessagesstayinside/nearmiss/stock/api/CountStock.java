package dev.cleave.architecture.counterexamples.internalmessagesstayinside.nearmiss.stock.api;

import dev.cleave.architecture.counterexamples.words.Internal;

@Internal
public record CountStock(String product) {}
