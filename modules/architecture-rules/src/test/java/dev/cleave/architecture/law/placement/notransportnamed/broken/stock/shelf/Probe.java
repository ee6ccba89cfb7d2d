package dev.cleave.architecture.law.placement.notransportnamed.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class.forName("org.axonframework.axonserver.connector.AxonServerConnectionManager") != null;
    }
}
