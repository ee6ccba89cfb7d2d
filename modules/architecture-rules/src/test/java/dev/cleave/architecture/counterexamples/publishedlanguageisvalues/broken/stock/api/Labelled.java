package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.broken.stock.api;

/** Nobody tells what there is that is labelled. */
public interface Labelled {}
