package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

/** Nobody tells what there is that is labelled. */
public interface Labelled {}
