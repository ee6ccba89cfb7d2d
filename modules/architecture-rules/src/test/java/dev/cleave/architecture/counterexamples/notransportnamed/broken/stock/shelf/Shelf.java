package dev.cleave.architecture.counterexamples.notransportnamed.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

class Shelf {

    @Caught
    private AxonServerConnectionManager connections;

    @Caught
    boolean isConnected() {
        return connections.isConnected("stock");
    }
}
