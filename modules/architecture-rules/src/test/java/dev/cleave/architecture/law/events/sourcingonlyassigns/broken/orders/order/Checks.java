package dev.cleave.architecture.law.events.sourcingonlyassigns.broken.orders.order;

import org.axonframework.commandhandling.CommandExecutionException;

final class Checks {

    private Checks() {}

    static void length(String text, int most) {
        if (text.length() > most) {
            throw new Refused("Too long");
        }
    }

    static class Refused extends CommandExecutionException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null);
        }
    }
}
