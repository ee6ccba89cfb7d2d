package dev.cleave.architecture.sample.lending.api;

/** Known by its handlers alone. */
public record LoanOverdue(String loan) {}
