package dev.cleave.architecture.rule;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Names;

/** How handlers are named in what a rule says. */
final class Handlers {

    private Handlers() {}

    /** The handler and where it is: {@code Warehouse.handle (modules/…/Warehouse.java:12)}. */
    static String shown(Message.Handler handler) {
        return named(handler) + " (" + handler.location().shown() + ")";
    }

    /** The handler without its package: {@code Warehouse.handle}. */
    static String named(Message.Handler handler) {
        return Names.simple(handler.type()) + "." + handler.method();
    }
}
