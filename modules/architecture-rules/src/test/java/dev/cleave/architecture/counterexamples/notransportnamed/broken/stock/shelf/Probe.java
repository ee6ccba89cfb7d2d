package dev.cleave.architecture.counterexamples.notransportnamed.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class.forName("org.axonframework.axonserver.connector.AxonServerConnectionManager") != null;
    }
}
