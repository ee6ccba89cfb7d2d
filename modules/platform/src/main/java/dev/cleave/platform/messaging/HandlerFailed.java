package dev.cleave.platform.messaging;

/**
 * How a handling side says that a handler failed as nobody foresaw: the details of the command's result, as they travel.
 *
 * @param message which command failed how, without the values that it failed on
 */
record HandlerFailed(String message) {}
