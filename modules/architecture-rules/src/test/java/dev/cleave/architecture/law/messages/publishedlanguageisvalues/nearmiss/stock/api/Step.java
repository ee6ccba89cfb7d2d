package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

/** What all messages of a process have in common. */
public interface Step {}
