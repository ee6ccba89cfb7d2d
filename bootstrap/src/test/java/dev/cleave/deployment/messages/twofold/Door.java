package dev.cleave.deployment.messages.twofold;

import dev.cleave.deployment.messages.twofold.api.Knock;
import org.axonframework.commandhandling.CommandHandler;

/** Handles a command twice. */
final class Door {

    @CommandHandler
    void open(Knock command) {}

    @CommandHandler
    void bolt(Knock command) {}
}
