package dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.api;

import dev.cleave.architecture.law.Caught;

/** Only that it is sent tells that it is a command. */
@Caught
public record LoseStock(String product) {}
