package dev.cleave.platform.messaging;

/** How a handling side that can't answer a command says so: the details of the command's result, as they travel. */
record NoAnswer(CommandNotAnswered.Fate fate, String message) {}
