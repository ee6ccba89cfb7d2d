package dev.cleave.deployment.messages.unmarked;

import dev.cleave.deployment.messages.unmarked.api.Knock;
import org.axonframework.eventhandling.EventHandler;

/** Handles an event without saying what for. */
final class Ear {

    @EventHandler
    void on(Knock event) {}
}
