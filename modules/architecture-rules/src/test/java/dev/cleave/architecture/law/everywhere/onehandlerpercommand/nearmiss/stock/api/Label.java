package dev.cleave.architecture.law.everywhere.onehandlerpercommand.nearmiss.stock.api;

/** Made where a command is sent, and no command itself. */
public record Label(String text) {}
