package dev.cleave.architecture.counterexamples.onehandlerpercommand.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

/** Only that it is sent tells that it is a command. */
@Caught
public record LoseStock(String product) {}
