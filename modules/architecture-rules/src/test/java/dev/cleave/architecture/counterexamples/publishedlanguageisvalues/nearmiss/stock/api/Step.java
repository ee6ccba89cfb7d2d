package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.nearmiss.stock.api;

/** What all messages of a process have in common. */
public interface Step {}
